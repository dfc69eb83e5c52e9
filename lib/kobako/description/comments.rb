# frozen_string_literal: true

module Kobako
  class Description
    # The comment that stands right above a method in its source file, read as YARD does: text, `@param` and `@return`.
    # Where a method begins Ruby itself knows, so that no file has to be parsed.
    #
    # @api private
    class Comments
      # Types by the names of parameters, the type of the value, and the text.
      Found = Struct.new(:parameters, :returns, :text)
      # Characters of a text.
      MAX_TEXT = 160
      # Bytes of a source file.
      MAX_FILE = 4 << 20
      COMMENT = /\A\s*#/
      # For tools.
      DIRECTIVE = /\A(?:rubocop:|frozen_string_literal:|(?:en)?coding:|typed:|:nocov:|:nodoc:|@!|!|steep:|rbs\b)/
      PARAM = /\A@param\s+(?:(?<name>\w+)\s+\[(?<types>[^\]]*)\]|\[(?<types>[^\]]*)\]\s+(?<name>\w+))/
      RETURN = /\A@return\s+\[([^\]]*)\]\s*(.*)/
      private_constant :MAX_TEXT, :MAX_FILE, :COMMENT, :DIRECTIVE, :PARAM, :RETURN

      def initialize
        @files = {}
      end

      # @param location [Array(String, Integer), nil] file and line of a method
      # @return [Found, nil]
      def at(location)
        lines = above(*location) if location
        found(lines) if lines&.any?
      end

      private

      def above(file, number)
        lines = @files[file] ||= read(file)
        first = number - 1
        first -= 1 while first.positive? && lines[first - 1]&.match?(COMMENT)
        comment = lines[first...(number - 1)] || []
        comment.map { |line| line.sub(/\A\s*#+ ?/, "").chomp }.grep_v(DIRECTIVE)
      end

      def read(file)
        return [] unless File.file?(file) && File.size(file) <= MAX_FILE

        Text.utf8(File.binread(file)).lines
      rescue SystemCallError
        []
      end

      def found(lines)
        first = lines.index { |line| line.start_with?("@") } || lines.size
        text = lines.first(first)
        tags = lines.drop(first)
        types = parameters(tags)
        returns, result = tags.filter_map { |line| line.match(RETURN)&.captures }.first
        text = brief(text.join("\n"), result)
        Found.new(types, value(returns), text) if text || types.any? || returns
      end

      def parameters(tags)
        found = tags.filter_map { |line| line.match(PARAM) }
        found.to_h { |tag| [tag[:name], Type.of_yard(tag[:types])] }.compact
      end

      def value(types) = (Type.of_yard(types) unless types.nil? || types == "void")

      # The first paragraph.
      def brief(text, result)
        text = text.strip.split(/\n\s*\n/).first || result
        return if text.nil? || text.empty?

        text = text.gsub(/\s+/, " ").strip
        text.size > MAX_TEXT ? "#{text[0, MAX_TEXT]}…" : text
      end
    end
  end
end
