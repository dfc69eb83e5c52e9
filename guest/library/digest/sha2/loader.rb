# frozen_string_literal: true

%w[SHA256 SHA384 SHA512].each { |name| __define_digest(name) }
