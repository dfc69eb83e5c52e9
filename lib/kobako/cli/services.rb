# frozen_string_literal: true

module Kobako
  module CLI
    # What the files of `--require` give a sandbox: each is a Ruby file of the host, which is loaded once and calls
    # {CLI.services} with blocks that get the sandbox.
    module Services
      @blocks = []

      class << self
        # @param block [Proc] takes a sandbox
        def add(block) = @blocks << block

        # @param path [String] of a Ruby file
        # @return [Array<Proc>] the blocks that it gave
        # @raise [UsageError] when it is not there, or raised
        def load(path)
          file = File.absolute_path(path)
          raise UsageError, "--require #{Source.name(path)}: #{Source.why_not(path)}" unless
            File.file?(file) && File.readable?(file)

          @blocks = []
          naming(path) { Kernel.load(file) }
          @blocks
        end

        # @param path [String] of the file that gave the block
        # @param block [Proc]
        # @param sandbox [Sandbox]
        # @raise [UsageError] when the block raised
        def apply(path, block, sandbox) = naming(path) { block.call(sandbox) }

        private

        def naming(path)
          yield
        rescue ScriptError, StandardError => e
          raise UsageError, "--require #{Source.name(path)} raised #{e.class}: #{Report.words(e, below: path)}"
        end
      end
    end
  end
end
