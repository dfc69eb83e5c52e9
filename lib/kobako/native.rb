# frozen_string_literal: true

begin
  require "kobako/kobako"
rescue LoadError => e
  raise unless e.path == "kobako/kobako"

  raise LoadError, "kobako's native extension is not built (run `rake compile`, or install the gem again)"
end
