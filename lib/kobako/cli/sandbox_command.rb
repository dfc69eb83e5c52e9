# frozen_string_literal: true

module Kobako
  module CLI
    # A command that makes a sandbox.
    #
    # @api private
    class SandboxCommand < Command
      private

      def define(parser) = flags.define(parser)

      def flags = @flags ||= SandboxFlags.new

      # @param path [String] of code
      # @return [String]
      # @raise [UsageError]
      def read(path)
        wrong("code and input cannot both be standard input") if path == Source::DASH && flags.stdin?

        Source.read(path, console)
      end

      # Warns of output that was cut.
      #
      # @param run [Execution]
      def warn_of_cuts(run)
        %i[stdout stderr].each do |stream|
          next unless run.public_send(:"#{stream}_truncated?")

          size = run.public_send(stream).bytesize
          console.complain("#{stream} was cut at #{size} bytes (pass a larger --#{stream})")
        end
      end
    end
  end
end
