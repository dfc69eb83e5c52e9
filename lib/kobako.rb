# frozen_string_literal: true

require_relative "kobako/version"
require_relative "kobako/errors"
require_relative "kobako/transport/error"
require_relative "kobako/transport/rejection"
require_relative "kobako/codec/error"
require_relative "kobako/fault"
require_relative "kobako/usage"
require_relative "kobako/native"
require_relative "kobako/codec"
require_relative "kobako/codec/natives"
require_relative "kobako/runtime"
require_relative "kobako/snapshot"
require_relative "kobako/capture"
require_relative "kobako/outcome/panic"
require_relative "kobako/outcome"
require_relative "kobako/handle"
require_relative "kobako/location"
require_relative "kobako/transport/dispatcher"
require_relative "kobako/catalog/namespaces"
require_relative "kobako/catalog/snippets"
require_relative "kobako/transport/link"
require_relative "kobako/program"
require_relative "kobako/sandbox_options"
require_relative "kobako/sandbox"

# Runs untrusted Ruby inside a Ruby process; see {Sandbox}.
module Kobako
end
