# frozen_string_literal: true

module Kobako
  module CLI
    # A program with what the command adds: the arguments as ARGV, and what becomes of the value of its last expression.
    # The guest itself inspects that, because it may be an object that does not leave the sandbox; lines stay as they
    # are numbered. Where the addition does not fit into the code, the code runs as it is.
    #
    # @api private
    class Script
      # Snippets and modules of the command, whose lines no backtrace shows.
      SNIPPET = :KobakoCommand
      PRELUDE = <<~'RUBY'
        module Kobako
          # What the value is, and what it is in JSON if it is anything there.
          module Command
            SHOWN = ->(value) { [NilClass === value, Object === value ? "#{value.inspect}" : "#<BasicObject>"] }
            LISTED = ->(value, names) { [*SHOWN.call(value), names] }
            WRITTEN = ->(value) { [*SHOWN.call(value), (JSON.generate(value) rescue nil)] }
          end
        end
      RUBY
      HEADS = { shown: "::Kobako::Command::SHOWN.((", written: "::Kobako::Command::WRITTEN.((",
                listed: "::Kobako::Command::LISTED.((", dropped: "" }.freeze
      TAILS = { shown: "\n))\n", written: "\n))\n", listed: "\n), local_variables)\n", dropped: "\nnil\n" }.freeze
      # Comments in front of all code, which may be directions for the compiler.
      COMMENTS = /\A(?:[ \t]*(?:\#[^\n]*)?\n)*/
      # Three characters end it, too.
      END_OF_CODE = /^__END__\r?$|[\0\x04\x1A]/
      # So many places are tried that may end the code; in a string they do not.
      ENDS = 8
      private_constant :HEADS, :TAILS, :COMMENTS, :END_OF_CODE, :ENDS

      # @param sandbox [Sandbox] that is not sealed
      # @param arguments [Array<String>]
      # @param filename [String, nil] what $0 is; nil for the name of the code
      def self.prepare(sandbox, arguments, filename = nil)
        name = "$0 = #{filename.dump}\n" if filename
        sandbox.preload(name: SNIPPET, code: "#{PRELUDE}#{name}ARGV.replace([#{arguments.map(&:dump).join(", ")}])\n")
      end

      # @param text [String] the code
      # @param sandbox [Sandbox] whose limits hold for the compiler
      # @param before [String] code that goes before it, in lines of its own
      # @param first [String] what stands before it on its first line
      def initialize(text, sandbox, before: "", first: "")
        @text = text
        @sandbox = sandbox
        @before = before
        @first = first
      end

      # @param result [Symbol] what becomes of the value: :shown as whether it is nil, and its inspection; :written as
      #   these and its JSON or nil; :listed as these and the names of the local variables; :dropped as nil
      # @return [String, nil] the code with that; nil where it does not compile, or cannot be added to
      # @raise [TrapError] when the limits of the compiler are reached
      def with(result)
        return unless sound?

        text = "#{@before}#{@first}#{added(@text, result)}"
        text if compiles?(text)
      end

      # @return [Boolean] whether the code compiles
      # @raise [TrapError] when the limits of the compiler are reached
      def sound? = compiles?(plain)

      # @return [String] the code without
      def plain = "#{@before}#{@first}#{@text}"

      # @return [String] the code up to `__END__`
      # @raise [TrapError] when the limits of the compiler are reached
      def body = split(@text).first

      private

      def added(text, result)
        head, rest = split(text)
        comments = head[COMMENTS].to_s
        "#{comments}#{HEADS.fetch(result)}#{head.delete_prefix(comments)}#{TAILS.fetch(result)}#{rest}"
      end

      # The code, and what stands from its end on.
      def split(text)
        at = -1
        ENDS.times do
          at = text.index(END_OF_CODE, at + 1) or break
          return [text[0...at], text[at..]] if compiles?("#{@before}#{@first}#{text[0...at]}")
        end
        [text, ""]
      end

      def compiles?(text)
        Kobako.check(text, sandbox: @sandbox).none?(&:error?)
      rescue SandboxError
        false
      end
    end
  end
end
