# frozen_string_literal: true

module Kobako
  module Transport
    # A result or a panic record that cannot be decoded.
    #
    # @api public
    class Error < SandboxError; end
  end
end
