# frozen_string_literal: true

module Kobako
  module MCP
    # A revision of the protocol, with what it has and earlier ones have not, or the other way round.
    #
    # @api private
    class Revision
      SERVER_INFO = "io.modelcontextprotocol/serverInfo"
      # Milliseconds for which a client may keep what does not change while the server runs.
      LIFETIME = 300_000
      private_constant :SERVER_INFO, :LIFETIME

      # @return [String] its date
      attr_reader :name

      # @param name [String]
      # @param features [Array<Symbol>]
      def initialize(name, *features)
        @name = name
        @features = features
        freeze
      end

      # @return [Boolean] whether each request says its revision, and there is no handshake
      def stateless? = @features.include?(:stateless)

      # @return [Boolean] whether several messages may come in one line
      def batches? = @features.include?(:batches)

      # @return [Boolean] whether a tool says what it does to its environment
      def annotations? = @features.include?(:annotations)

      # @return [Boolean] whether a tool has a title, a schema of its result, and results by it
      def structured? = @features.include?(:structured)

      # @return [Boolean] whether arguments that a tool does not take are told to the model, as the tool's result
      def tells_model? = @features.include?(:tells_model)

      # @return [Boolean] whether an error of no request that is known has null as its id
      def null_id? = !@features.include?(:no_id)

      # @param content [Hash{Symbol => Object}]
      # @return [Hash{Symbol => Object}] a result
      def result(content)
        return content unless stateless?

        { **content, resultType: "complete", _meta: { SERVER_INFO => server_info } }
      end

      # @param content [Hash{Symbol => Object}]
      # @return [Hash{Symbol => Object}] a result that a client may keep
      def lasting_result(content)
        result(stateless? ? { **content, ttlMs: LIFETIME, cacheScope: "private" } : content)
      end

      # @return [Hash{Symbol => String}]
      def server_info
        info = { name: "kobako", version: VERSION }
        structured? ? { **info, title: "Kobako, a sandbox for Ruby" } : info
      end

      ALL = [
        new("2024-10-07"),
        new("2024-11-05"),
        new("2025-03-26", :annotations, :batches),
        new("2025-06-18", :annotations, :structured),
        new("2025-11-25", :annotations, :structured, :tells_model, :no_id),
        new("2026-07-28", :annotations, :structured, :tells_model, :no_id, :stateless)
      ].to_h { |revision| [revision.name, revision] }.freeze
      # Those that a handshake agrees on, and those that it does not.
      SESSIONS = ALL.reject { |_, revision| revision.stateless? }.freeze
      STATELESS = ALL.select { |_, revision| revision.stateless? }.freeze

      # @param name [String] what a client asks for in a handshake
      # @return [Revision] that one, or the latest
      def self.negotiated(name) = SESSIONS.fetch(name) { SESSIONS.values.last }
    end
  end
end
