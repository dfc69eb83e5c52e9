# frozen_string_literal: true

module Kobako
  class CodeMode
    # What a model is told of a mode.
    #
    # @api private
    class Instructions
      # Characters that every API takes of a tool's description.
      BRIEF = 1024
      HEAD = "Runs Ruby code in a sandbox. Send it by the tool #{Tool::NAME} where you have that, or else as one " \
             "```ruby block. You get the value of the last expression, what was printed, and errors with their " \
             "line.\n".freeze
      SHORT = "Runs Ruby code in a sandbox, and gives the value of the last expression, what was printed, and errors " \
              "with their line. What earlier code defined is there in later code."
      LEGEND = "- The code reaches these of the host, and nothing else outside (types as in RBS; … is a default):"
      private_constant :BRIEF, :HEAD, :SHORT, :LEGEND

      # @param mode [CodeMode]
      # @param approved [Array<String>] what needs an approval
      def initialize(mode, approved)
        @mode = mode
        @services = mode.services
        @description = Description.new(mode.sandbox, limits: mode.limits, kept: true, services: @services)
        @approved = approved
      end

      # @param format [Symbol] :ruby or :json_schema
      # @return [String]
      # @raise [ArgumentError] for another format
      def text(format)
        lines = case format
                when :ruby then @services.long_lines
                when :json_schema then schemas.map { |schema| JSON.generate(schema) }
                else raise ArgumentError, "format is #{format.inspect}, expected :ruby or :json_schema"
                end
        [HEAD, *@description.facts, "- Code may call tools #{@mode.max_calls} times at most.", *@description.added,
         *reached(lines), *waits].join("\n")
      end

      # @return [String] at most 1,024 characters
      def brief
        paths = @services.paths
        shown = paths.empty? ? SHORT : "#{SHORT} It reaches #{paths.join(", ")}."
        shown.size > BRIEF ? "#{shown[0, BRIEF - 1]}…" : shown
      end

      # @return [Array<Hash{Symbol => Object}>] of each method
      def schemas
        @services.methods.map do |method|
          signature = method.signature
          { name: "#{method.path}.#{signature.name}", description: signature.comment, parameters: signature.schema,
            returns: signature.returns }.compact
        end
      end

      private

      def reached(lines) = lines.empty? ? [] : [LEGEND, *lines.map { |line| "    #{line}" }]

      def waits
        return [] if @approved.empty?

        ["- Before these are called, somebody may be asked, which may take long: #{@approved.join(", ")}."]
      end
    end
  end
end
