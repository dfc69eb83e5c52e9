# frozen_string_literal: true

module Kobako
  class CodeMode
    # The code in what a model wrote.
    #
    # @api private
    class ModelText
      # What has no Ruby in it; says what to do.
      class Unusable < StandardError; end

      FENCE = /^[ \t]*(```+|~~~+)[ \t]*([\w+-]*)[^\n]*\n(.*?)(?:^[ \t]*\1[ \t]*$|\z)/m
      WHOLE = /\A\s*(```+|~~~+)[ \t]*([\w+-]*)[^\n]*\n(.*?)(?:^[ \t]*\1\s*)?\z/m
      HEREDOC = /<<[~-]?["'`]?([A-Za-z_]\w*)/
      # So many, before the fence, are looked for the end of.
      MAX_HEREDOCS = 8
      RUBY = ["", "ruby", "rb", "irb", "ruby3", "ruby4"].freeze
      JSON_NAMES = %w[json jsonc].freeze
      private_constant :FENCE, :WHOLE, :HEREDOC, :MAX_HEREDOCS, :RUBY, :JSON_NAMES

      # @param input [String, Hash] text with or without fences, or the arguments of a call of the tool, as an object
      #   or as JSON
      # @return [String]
      # @raise [Unusable] when there is none
      def self.code(input) = new.code(input)

      # @return [String]
      def code(input)
        return of_arguments(input) if input.is_a?(Hash)
        return refuse("the code is a #{input.class}, expected text") unless input.is_a?(String)

        text = text(input)
        arguments = object(text)
        code = arguments ? of_arguments(arguments) : unfenced(text)
        code.strip.empty? ? refuse("there is no code (send Ruby)") : code
      end

      private

      def refuse(message) = raise(Unusable, message)

      def text(input)
        text = Description::Text.utf8(input)
        text.delete_prefix("\uFEFF").gsub("\r\n", "\n")
      end

      def object(text)
        return unless text.lstrip.start_with?("{")

        object = JSON.parse(text)
        object if object.is_a?(Hash) && object.key?("code")
      rescue JSON::ParserError
        nil
      end

      def of_arguments(arguments)
        arguments = arguments.transform_keys(&:to_s)
        unknown = arguments.keys - %w[code]
        refuse("#{Tool::NAME} takes no #{unknown.first[0, 80].inspect} (it takes code)") if unknown.any?

        code = arguments["code"]
        refuse("code is missing (pass Ruby source)") if code.nil?
        refuse("code is a #{code.class}, expected a string of Ruby source") unless code.is_a?(String)

        code = text(code)
        whole = code.match(WHOLE)
        whole ? checked(whole[2], whole[3]) : code
      end

      # A fence within a heredoc is the code's own.
      def unfenced(text)
        first = text.match(FENCE)
        return text if first.nil? || in_heredoc?(first.pre_match, text[first.begin(0)..])

        blocks = text.scan(FENCE).map { |_, name, code| [name.downcase, code] }
        ruby = blocks.select { |name, _| RUBY.include?(name) }
        return ruby.map(&:last).join("\n") if ruby.any?

        json = blocks.find { |name, _| JSON_NAMES.include?(name) }
        arguments = json && object(json.last)
        arguments ? of_arguments(arguments) : checked(*blocks.first)
      end

      def in_heredoc?(before, after)
        names = before.scan(HEREDOC).flatten.uniq.last(MAX_HEREDOCS)
        names.any? { |name| !before.match?(/^\s*#{name}$/) && after.match?(/^\s*#{name}$/) }
      end

      def checked(name, code)
        return code if RUBY.include?(name.downcase)

        refuse("the code is marked as #{name}, and only Ruby runs here (write it in Ruby)")
      end
    end
  end
end
