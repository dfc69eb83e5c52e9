# frozen_string_literal: true

module Kobako
  module CLI
    # What the repl itself understands, where it stands alone on a line.
    #
    # @api private
    class Words
      HELP = <<~TEXT
        Any Ruby is run in the sandbox, and its value shown. A line that is not whole goes on in the next one.
          ls       what is bound, with its methods, and the local variables
          undo     forget the last line
          reset    forget all lines
          exit     leave; so do quit and Ctrl-D
        Ctrl-C stops what runs, and drops what is being typed. (ls) is Ruby's.
      TEXT
      TABLE = { "help" => :help, "ls" => :list, "undo" => :undo, "reset" => :reset, "exit" => :leave,
                "quit" => :leave }.freeze
      # Characters of a value that ls shows.
      SHOWN = 60
      private_constant :HELP, :TABLE, :SHOWN

      # @param text [String]
      # @return [Boolean] whether it is such a word
      def self.include?(text) = TABLE.key?(text.strip)

      # @param session [Session]
      # @param console [Console]
      def initialize(session, console)
        @session = session
        @console = console
      end

      # @param word [String]
      # @return [Object] :exit to leave
      def call(word) = __send__(TABLE.fetch(word.strip))

      # @return [Array<String>] what can be typed: these words, what is bound, and its methods
      def completions
        services.flat_map { |path| [path, *@session.exposed(path).map { |name| "#{path}.#{name}" }] } +
          (@session.bound.keys - services) + @session.locals + TABLE.keys
      end

      private

      def services = @session.bound.select { |_, entry| entry.is_a?(Transport::Service) }.keys

      def help = @console.puts(HELP)

      def list
        @console.puts("nothing is bound (kobako repl --require FILE binds services)") if @session.bound.empty?
        width = @session.bound.keys.map(&:size).max
        @session.bound.each { |path, entry| @console.puts("#{path.ljust(width)}  #{described(path, entry)}") }
        locals = @session.locals
        @console.puts("local variables: #{locals.join(", ")}") if locals.any?
      end

      def described(path, entry)
        case entry
        when nil then "(declared, and filled by no run of this repl)"
        when Transport::Service then names(path)
        else clipped(@session.inspection(path))
        end
      end

      def names(path)
        names = @session.exposed(path)
        names.empty? ? "(exposes nothing)" : names.join(", ")
      end

      def clipped(text) = text.size > SHOWN ? "#{text[0, SHOWN]}…" : text

      def undo
        line = @session.undo
        @console.puts(line ? "forgotten: #{line}" : "there is no line to forget")
      end

      def reset
        @session.reset
        @console.puts("all lines are forgotten")
      end

      def leave = :exit
    end
  end
end
