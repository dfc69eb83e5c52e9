# frozen_string_literal: true

module Kobako
  module CLI
    # A line of code with a caret under a place in it.
    #
    # @api private
    class Excerpt
      # Characters of the line that are shown, and those of them before the place where it is longer.
      WIDTH = 120
      BEFORE = 60
      # Characters that take two places of a terminal, nearly all.
      WIDE = Regexp.union(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F]/,
                          /[\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/)
      private_constant :WIDTH, :BEFORE, :WIDE

      # @param code [String]
      # @param line [Integer] from 1
      # @param column [Integer] characters before the place
      def initialize(code, line, column)
        text = code.each_line(chomp: true).lazy.drop(line - 1).first.to_s
        @text = Report.printable(text)
        @column = [column, @text.size].min
        @number = line.to_s
      end

      # @return [String] two lines
      def to_s
        start = @text.size <= WIDTH ? 0 : [@column - BEFORE, 0].max
        text = @text[start, WIDTH]
        text = "…#{text[1..]}" if start.positive?
        under = text[0, @column - start].gsub(WIDE, "  ").gsub(/[^\t ]/, " ")
        text = "#{text[..-2]}…" if start + WIDTH < @text.size
        "#{@number.rjust(4)} | #{text}\n     | #{under}^".sub(/^     /, " " * [4, @number.size].max.succ)
      end
    end
  end
end
