# frozen_string_literal: true

module RubySuite
  # Takes out of a text what hinders the rest of it from being loaded: the smallest block around a line, a larger one
  # each time that the same line is asked for again. The lines keep their numbers.
  class Cuts
    LIMIT = 120
    BLOCKS = %w[it specify def before after evaluate class module describe context ruby_version_is guard platform_is
                platform_is_not ruby_bug with_feature suppress_warning].freeze
    HEAD = /\A(\s*)(?:(?:#{BLOCKS.join("|")})\b|[\w.]+ = (?:Class|Module|Struct)\.new\b.*(?:do|\{)\s*$)/
    GROUP = /\A\s*(describe|context|class|module|guard|ruby_version_is|platform_is|platform_is_not)\b/
    ONE_LINE = /\bend\s*$|\bdef .*\) = |\A\s*(class|module) .*;\s*end/
    EXAMPLE = /\A\s*(it|specify)\b.*\bdo\s*$/

    # @return [String]
    attr_reader :text

    def initialize(text)
      @text = text
      @done = {}
    end

    # @param line [Integer] where the error is
    # @param message [String, nil] of a syntax error, which an example that is cut raises in its place
    # @return [Boolean] false when nothing is left to cut
    def cut(line, message)
      return false if line < 1 || @done.size >= LIMIT

      lines = @text.lines
      first, last = block(lines, [line, lines.size].min, message)
      return false unless first

      @done[[first, last]] = true
      head = lines[first - 1]
      (first..last).each { |n| lines[n - 1] = "\n" }
      if message && EXAMPLE.match?(head)
        lines[first - 1] = "#{head.rstrip} raise SyntaxError, #{quoted(message)}; end\n"
      end
      @text = lines.join
      true
    end

    private

    def quoted(message) = message.strip[0, 120].gsub("#", " ").gsub(/[^ -~]/, "?").dump

    def block(lines, line, message)
      alone = [line, line]
      return alone if !message && alone?(lines, line)

      line.downto(1) do |first|
        last = last_of(lines, first)
        next if last.nil? || last < line || @done[[first, last]]
        return alone if GROUP.match?(lines[first - 1]) && alone?(lines, line)

        return [first, last]
      end
      @done[alone] ? nil : alone
    end

    def last_of(lines, first)
      head = HEAD.match(lines[first - 1]) or return
      return first if ONE_LINE.match?(lines[first - 1])

      (first + 1..lines.size).find { |n| lines[n - 1].match?(/\A#{head[1]}(end|\})/) }
    end

    # Whether the text is still Ruby without that line.
    def alone?(lines, line)
      return false if @done[[line, line]]

      verbose = $VERBOSE
      $VERBOSE = nil
      RubyVM::InstructionSequence.compile(lines.each_with_index.map { |l, i| i + 1 == line ? "\n" : l }.join)
      true
    rescue SyntaxError
      false
    ensure
      $VERBOSE = verbose
    end
  end
end
