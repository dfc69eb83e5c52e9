# frozen_string_literal: true

module Kobako
  module MCP
    # What a server and its client agree on, and the requests that are answered at once.
    #
    # @api private
    class Session
      REVISION = "io.modelcontextprotocol/protocolVersion"
      CLIENT = "io.modelcontextprotocol/clientInfo"
      CAPABILITIES = "io.modelcontextprotocol/clientCapabilities"
      SESSION_METHODS = { "initialize" => :open, "ping" => :ping, "tools/list" => :list }.freeze
      STATELESS_METHODS = { "server/discover" => :discover, "tools/list" => :list }.freeze
      # Those that need no agreement.
      UNAGREED = %w[initialize ping].freeze
      SERVER_CAPABILITIES = { tools: {} }.freeze
      private_constant :REVISION, :CLIENT, :CAPABILITIES, :SESSION_METHODS, :STATELESS_METHODS, :UNAGREED,
                       :SERVER_CAPABILITIES

      # @return [Revision, nil] that was agreed on
      attr_reader :revision

      # @param tool [RunRuby]
      def initialize(tool)
        @tool = tool
      end

      # @param request [Message::Request]
      # @return [Revision] by which it is to be answered
      # @raise [ProtocolError] when there is none
      def revision_of(request)
        meta = request.params.fetch("_meta", {})
        invalid(request, "_meta is #{Message.kind(meta)}, expected an object") unless meta.is_a?(Hash)
        return stateless(request, meta) if meta.key?(REVISION)
        return @revision || Revision.negotiated(nil) if @revision || UNAGREED.include?(request.method_name)

        invalid(request, "no revision of the protocol is agreed on (send initialize first, or #{REVISION} in _meta)")
      end

      # @param request [Message::Request]
      # @param revision [Revision]
      # @return [Hash{Symbol => Object}] its result
      # @raise [ProtocolError]
      def answer(request, revision)
        methods = revision.stateless? ? STATELESS_METHODS : SESSION_METHODS
        method = methods[request.method_name] or
          fail!(request, ProtocolError::METHOD_NOT_FOUND,
                "no method #{Text.brief(request.method_name)} (there are #{[*methods.keys, "tools/call"].join(", ")})")
        __send__(method, request, revision)
      end

      # @param request [Message::Request] of tools/call
      # @return [Hash{String => Object}] arguments of the tool
      # @raise [ProtocolError]
      def tool_arguments(request)
        name = request.params["name"]
        invalid(request, "name is #{Message.kind(name)}, expected the name of a tool") unless name.is_a?(String)
        invalid(request, "no tool #{Text.brief(name)} (there is #{RunRuby::NAME})") unless name == RunRuby::NAME

        arguments = request.params.fetch("arguments", {})
        return arguments if arguments.is_a?(Hash)

        invalid(request, "arguments is #{Message.kind(arguments)}, expected an object")
      end

      private

      def fail!(request, code, message, data = nil)
        raise ProtocolError.new(code, message, id: request.id, data:)
      end

      def invalid(request, message) = fail!(request, ProtocolError::INVALID_PARAMS, message)

      def stateless(request, meta)
        name = meta[REVISION]
        invalid(request, "#{REVISION} is #{Message.kind(name)}, expected a string") unless name.is_a?(String)
        revision = Revision::STATELESS[name] or
          fail!(request, ProtocolError::UNSUPPORTED_REVISION,
                "no revision #{Text.brief(name)} of the protocol without a handshake",
                { supported: Revision::STATELESS.keys, requested: Text.brief(name) })
        object(request, meta, CAPABILITIES)
        object(request, meta, CLIENT) if meta.key?(CLIENT)
        revision
      end

      def object(request, params, key)
        return if params[key].is_a?(Hash)

        invalid(request, "#{key} is #{params.key?(key) ? Message.kind(params[key]) : "missing"}, expected an object")
      end

      def open(request, _revision)
        name = request.params["protocolVersion"]
        invalid(request, "protocolVersion is #{Message.kind(name)}, expected a string") unless name.is_a?(String)
        object(request, request.params, "capabilities")
        object(request, request.params, "clientInfo")
        @revision = Revision.negotiated(name)
        { protocolVersion: @revision.name, capabilities: SERVER_CAPABILITIES, serverInfo: @revision.server_info }
      end

      def ping(_request, _revision) = {}

      def discover(_request, revision)
        revision.lasting_result({ supportedVersions: Revision::STATELESS.keys, capabilities: SERVER_CAPABILITIES })
      end

      # All is on one page.
      def list(request, revision)
        cursor = request.params["cursor"]
        invalid(request, "cursor is of no page (leave it out)") unless cursor.nil?

        revision.lasting_result({ tools: [@tool.definition(revision)] })
      end
    end
  end
end
