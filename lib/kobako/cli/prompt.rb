# frozen_string_literal: true

module Kobako
  module CLI
    # Where a repl gets its input from, a piece of code at a time.
    #
    # @api private
    module Prompt
      # A terminal: lines that can be edited, with history and completion.
      class Terminal
        # @param history [History]
        # @param names [#call] gives what a word may be completed to
        def initialize(history, names)
          require "reline"
          @history = history
          Reline::HISTORY.concat(history.entries)
          Reline.completion_proc = ->(word) { names.call.select { |name| name.start_with?(word) } }
          Reline.completer_word_break_characters = " \t\n\"'`><=;|&{(["
        end

        # @param line [Integer] the number of the next line
        # @yieldparam code [String] so far
        # @yieldreturn [Boolean] whether more is to come
        # @return [String, nil] nil at the end
        # @raise [Interrupt]
        def read(line)
          Reline.prompt_proc = ->(lines) { lines.each_index.map { |index| prompt(line + index, index) } }
          code = Reline.readmultiline(prompt(line, 0), true) { |buffer| !yield(buffer.chomp) }
          @history.add(code) unless code.nil? || code.strip.empty?
          code
        end

        def close = @history.save

        private

        def prompt(line, index) = format("kobako:%d%s ", line, index.zero? ? ">" : "*")
      end

      # A file or a pipe.
      class Pipe
        # @param stream [IO, StringIO]
        def initialize(stream)
          @stream = stream
        end

        # @param (see Terminal#read)
        # @return (see Terminal#read)
        def read(_line)
          code = nil
          while (text = @stream.gets)
            code = Source.text("#{code&.b}#{text.b}")
            break unless yield(code.chomp)
          end
          code
        end

        def close; end
      end
    end
  end
end
