# frozen_string_literal: true

module Kobako
  class CodeMode
    # The tool `run_ruby`. It answers what ruby_llm asks of a tool.
    class Tool
      # What a model calls it.
      NAME = "run_ruby"
      # A JSON Schema of what it takes.
      PARAMETERS = {
        type: "object",
        properties: { code: { type: "string", description: "Ruby source" } },
        required: %w[code],
        additionalProperties: false
      }.freeze
      SHAPES = %i[openai openai_responses anthropic mcp json ruby_llm].freeze
      # A parameter, as ruby_llm has it.
      Parameter = Struct.new(:name, :type, :description, :required)
      private_constant :SHAPES

      # @return [String] for the model
      attr_reader :description

      # @api private
      # @param session [Session] that runs calls
      # @param description [String]
      def initialize(session, description)
        @session = session
        @description = description
      end

      # @return [String]
      def name = NAME

      # @return [Hash{Symbol => Parameter}]
      def parameters
        code = PARAMETERS[:properties][:code]
        { code: Parameter.new(:code, code[:type], code[:description], true) }
      end

      # @return [Hash{String => Object}] a JSON Schema
      def params_schema = JSON.parse(JSON.generate(PARAMETERS))
      alias schema params_schema

      # @return [Hash] empty
      def provider_params = {}

      # Runs what the model wrote. While code waits, it runs nothing and says so, as the model's client goes on by
      # itself.
      #
      # @param arguments [Hash{String, Symbol => Object}] of the model
      # @return [String] for the model
      # @raise [Kobako::Error] as {Session#call}
      def call(arguments)
        waiting = @session.waiting
        return @session.call(arguments).to_s unless waiting

        "This was not run: code that you sent before waits for #{Description::Text.brief(waiting.to_s)}. Send none " \
          "until that has an answer."
      end

      # @api private
      # @param shape [Symbol]
      # @return [Hash{Symbol => Object}, Tool]
      # @raise [ArgumentError] for another shape
      def shaped(shape)
        case shape
        when :openai then { type: "function", function: plain }
        when :openai_responses then { type: "function", **plain, strict: true }
        when :anthropic then { name:, description:, input_schema: PARAMETERS }
        when :mcp then { name:, description:, inputSchema: PARAMETERS }
        when :json then plain
        when :ruby_llm then self
        else raise ArgumentError, "shape is #{shape.inspect}, expected one of #{SHAPES.map(&:inspect).join(", ")}"
        end
      end

      private

      def plain = { name:, description:, parameters: PARAMETERS }
    end
  end
end
