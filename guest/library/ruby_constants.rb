# frozen_string_literal: true

# Ruby: what RUBY_VERSION and its like say, in one module.
module Ruby
  %w[VERSION RELEASE_DATE PLATFORM PATCHLEVEL REVISION COPYRIGHT ENGINE ENGINE_VERSION DESCRIPTION].each do |name|
    const_set(name, Object.const_get("RUBY_#{name}"))
  end
end
