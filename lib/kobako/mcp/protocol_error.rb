# frozen_string_literal: true

module Kobako
  module MCP
    # A message that is answered by an error of JSON-RPC.
    #
    # @api private
    class ProtocolError < StandardError
      PARSE_ERROR = -32_700
      INVALID_REQUEST = -32_600
      METHOD_NOT_FOUND = -32_601
      INVALID_PARAMS = -32_602
      INTERNAL_ERROR = -32_603
      UNSUPPORTED_REVISION = -32_022

      # @return [Integer]
      attr_reader :code
      # @return [String, Integer, nil] of the request; nil when it is not to be told
      attr_reader :id
      # @return [Object, nil]
      attr_reader :data

      # @param code [Integer]
      # @param message [String]
      # @param id [String, Integer, nil]
      # @param data [Object, nil]
      def initialize(code, message, id: nil, data: nil)
        super(message)
        @code = code
        @id = id
        @data = data
      end

      # @param null_id [Boolean] whether a message without an id has null there
      # @return [Hash{Symbol => Object}] the response
      def to_h(null_id: false)
        error = { code:, message: }
        error[:data] = data unless data.nil?
        id.nil? && !null_id ? { jsonrpc: "2.0", error: } : { jsonrpc: "2.0", id:, error: }
      end
    end
  end
end
