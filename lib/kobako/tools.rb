# frozen_string_literal: true

require_relative "problem"
require_relative "spelling"
require_relative "check"

# Tools for code that does not run: {Kobako.check} and {Kobako.compile}.
module Kobako
  # What {Kobako.check} and {Kobako.compile} have in common: a guest of their own, which runs no code.
  # @api private
  module Tools
    # Limits where no sandbox gives them.
    LIMITS = { timeout: 60.0, memory_limit: 256 << 20 }.freeze
    private_constant :LIMITS

    class << self
      # @param sandbox [Sandbox, nil] whose guest and limits it takes
      # @return [Runtime]
      # @raise [ArgumentError] for anything else
      def runtime(sandbox)
        return Runtime.for(Sandbox::DEFAULT_WASM_PATH, SandboxOptions.new(**LIMITS)) if sandbox.nil?
        return Runtime.for(sandbox.wasm_path, sandbox.options) if sandbox.is_a?(Sandbox)

        raise ArgumentError, "sandbox: is a #{sandbox.class}, expected a Kobako::Sandbox (nil for none)"
      end
    end
  end

  class << self
    # Looks code through for what is wrong with it, and runs nothing of it: all errors of code that does not compile,
    # else the parser's warnings. With a sandbox it also warns of services that are not bound and of methods that a
    # service does not expose, where the code names them by their path.
    #
    # @example
    #   Kobako.check("1 +\n2 +", filename: "formula.rb").map(&:to_s)
    #   # => ["2:3: error: unexpected end-of-input; expected an expression after the operator …"]
    #   Kobako.check("Shop::Orderz.find(1)", sandbox:).first.message
    #   # => "no service Shop::Orderz (did you mean Shop::Orders?)"
    # @param code [String] Ruby source, at most 16 MiB
    # @param filename [String] what `__FILE__` is; at most 512 bytes
    # @param sandbox [Sandbox, nil] whose services and snippets the code may use, and whose guest and limits hold; the
    #   sandbox is not sealed. Without it, 60 s and 256 MiB
    # @return [Array<Problem>] frozen problems in the order of their places, at most 1,000 of the parser; empty when the
    #   code is sound
    # @raise [SandboxError] for what is no text, or has more than 16 MiB
    # @raise [TimeoutError, MemoryLimitError] when to parse it goes over a limit
    # @raise [ArgumentError] for another filename or sandbox
    def check(code, filename: Location::DEFAULT_FILENAME, sandbox: nil) = Check.new(code, filename, sandbox).problems

    # Compiles code for `preload(binary:)`, and runs nothing of it. The bytecode has the code's lines and file name for
    # backtraces. It is for this version of the guest.
    #
    # @example
    #   binary = Kobako.compile("Double = ->(n) { n * 2 }", filename: "double.rb")
    #   sandbox.preload(binary:)
    #   sandbox.run(:Double, 21) # => 42
    # @param code [String] Ruby source, at most 16 MiB
    # @param filename [String] what backtraces and `__FILE__` call the code; at most 512 bytes
    # @param sandbox [Sandbox, nil] whose guest and limits hold; without it, 60 s and 256 MiB
    # @return [String] RITE bytecode, binary and frozen
    # @raise [SandboxError] when the code does not compile, or is no text
    # @raise [TimeoutError, MemoryLimitError] when that goes over a limit
    # @raise [ArgumentError] for another filename or sandbox
    def compile(code, filename: Location::DEFAULT_FILENAME, sandbox: nil)
      source = Program.text(code)
      location = Location.of(filename, 1)&.encode
      runtime = Tools.runtime(sandbox)
      binary = runtime.bytecode(source, location)
      return binary.freeze if binary.is_a?(String)

      raise Transport::Error, "the guest gave a #{binary.class} in place of bytecode"
    end
  end
end
