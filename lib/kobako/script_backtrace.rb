# frozen_string_literal: true

module Kobako
  # Where a script was when an error ended its run: its lines stand before the host's own in `backtrace`, and its place
  # after the message where Ruby shows it.
  module ScriptBacktrace
    PLACE = /\A(?<filename>.+?):(?<line>[1-9]\d*)(?=:in |\z)/
    NONE = [].freeze
    private_constant :PLACE, :NONE

    # @return [String, nil] name of the guest's exception class; nil when the guest was stopped, or the host itself
    #   raised
    attr_reader :klass

    # @return [Array<String>] the script's backtrace, innermost line first; empty when it did not run
    def backtrace_lines = @backtrace_lines || NONE

    # @return [Integer, nil] the line of the script that raised, that does not compile, or at which it was stopped
    def line = place&.last

    # @return [String, nil] the name of the code that this line is in, such as "(eval)"
    def filename = place&.first

    # @return [Array<String>, nil] the script's lines, then the host's; nil before it is raised
    def backtrace
      host = super or return
      script = shown_lines
      host.first(script.size) == script ? host : script + host
    end

    # @return [Array<Thread::Backtrace::Location>, nil] nil where `backtrace` has lines of a script
    def backtrace_locations = shown_lines.empty? ? super : nil

    # What Ruby 3.2 and later show of an uncaught error and in `full_message`: class and place beside the message.
    #
    # @example
    #   error.detailed_message # => "ZeroDivisionError: divided by 0 (formula.rb:2)"
    # @param highlight [Boolean] whether it is for a terminal
    # @return [String]
    def detailed_message(highlight: false, **)
      first, *rest = printable(message).split("\n", -1)
      first = "#{klass ? printable(klass) : self.class}: #{first}"
      first << " (#{printable(filename)}:#{line})" if line
      lines = [first, *rest]
      lines.map! { |text| text.empty? ? text : "\e[1m#{text}\e[m" } if highlight
      lines.join("\n")
    end

    private

    # File and line.
    def place
      backtrace_lines.each do |text|
        found = PLACE.match(text)
        return [found[:filename], found[:line].to_i] if found
      end
      nil
    end

    # As a log takes them.
    def shown_lines = backtrace_lines.map { |text| printable(text).tr("\n", " ") }

    # UTF-8 without control characters but newlines and tabs: a script wrote it.
    def printable(text)
      text.dup.force_encoding(Encoding::UTF_8).scrub.gsub(/(?![\n\t])[[:cntrl:]]/, "\uFFFD")
    end
  end
end
