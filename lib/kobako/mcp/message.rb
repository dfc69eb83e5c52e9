# frozen_string_literal: true

module Kobako
  module MCP
    # Reads the messages of JSON-RPC 2.0.
    #
    # @api private
    module Message
      # Levels of arrays and objects in a message.
      MAX_DEPTH = 100

      # A message that is to be answered.
      Request = Struct.new(:id, :method_name, :params)
      # A message that is not.
      Notification = Struct.new(:method_name, :params)

      class << self
        # @param line [String] bytes
        # @return [Object] what it says in JSON
        # @raise [ProtocolError] when it is no JSON
        def parse(line)
          text = line.force_encoding(Encoding::UTF_8)
          unparsed("the line is not valid UTF-8 (send JSON in UTF-8)") unless text.valid_encoding?

          JSON.parse(text, max_nesting: MAX_DEPTH)
        rescue JSON::NestingError
          unparsed("the message is nested more than #{MAX_DEPTH} levels deep (send less deep ones)")
        rescue JSON::ParserError
          unparsed("the line is not JSON (send one message a line)")
        end

        # @param object [Object] one message
        # @return [Request, Notification, nil] nil for a response: there is nothing that the server asks
        # @raise [ProtocolError] when it is no message
        def read(object)
          id = checked_id(object)
          return unasked(object, id) unless object.key?("method")

          name = object["method"]
          invalid("method is #{kind(name)}, expected a string", id) unless name.is_a?(String)
          return Notification.new(name, object["params"]) unless object.key?("id")

          Request.new(id, name, params(object, id))
        end

        # @param value [Object] of JSON
        # @return [String] what it is, in words
        def kind(value)
          case value
          when nil then "null"
          when true, false then value.to_s
          when Numeric then "a number"
          when String then "a string"
          when Array then "an array"
          else "an object"
          end
        end

        private

        def unparsed(message) = raise(ProtocolError.new(ProtocolError::PARSE_ERROR, message))

        def invalid(message, id = nil) = raise(ProtocolError.new(ProtocolError::INVALID_REQUEST, message, id:))

        def checked_id(object)
          invalid("the message is #{kind(object)}, expected an object") unless object.is_a?(Hash)

          id = object["id"] if id?(object["id"])
          unless id || !object.key?("id") || response?(object)
            invalid("id is #{kind(object["id"])}, expected a string or an integer")
          end
          return id if object["jsonrpc"] == "2.0"

          invalid('the message is not of JSON-RPC 2.0 (send "jsonrpc": "2.0")', id)
        end

        def id?(id) = id.is_a?(Integer) || (id.is_a?(String) && id.valid_encoding?)

        def response?(object) = !object.key?("method") && (object.key?("result") || object.key?("error"))

        def unasked(object, id)
          invalid("the message has no method", id) unless response?(object)
        end

        def params(object, id)
          params = object.fetch("params", {})
          return params if params.is_a?(Hash)

          raise ProtocolError.new(ProtocolError::INVALID_PARAMS, "params is #{kind(params)}, expected an object", id:)
        end
      end
    end
  end
end
