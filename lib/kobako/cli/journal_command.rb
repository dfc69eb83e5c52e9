# frozen_string_literal: true

module Kobako
  module CLI
    # A command that looks at a journal, and runs the program that it carries along it alone.
    #
    # @api private
    class JournalCommand < Command
      OPERANDS = :files
      # Bytes that a journal in a file may have beside its entries.
      OVERHEAD = 64
      private_constant :OVERHEAD

      private

      def define(parser) = flags.define_limits(parser)

      def flags = @flags ||= SandboxFlags.new

      # @param paths [Array<String>]
      # @return [Journal]
      # @raise [UsageError] unless it is one path of one
      def journal(paths)
        wrong("#{self.class.command} takes one FILE, got #{paths.size}") unless paths.size == 1

        @name = Source.name(paths.first)
        telling { Journal.load(bytes(paths.first)) }
      end

      def telling
        yield
      rescue JournalError => e
        raise UsageError, "#{@name}: #{Report.printable(e.message)}"
      end

      def bytes(path)
        file = path == Source::DASH ? console.stdin : File.open(path, "rb")
        most = Journal::DEFAULT_LIMIT + OVERHEAD
        bytes = file.read(most + 1).to_s.b
        raise UsageError, "#{@name} has more than #{most} bytes, the limit of a journal" if bytes.bytesize > most

        bytes
      rescue SystemCallError, IOError => e
        raise UsageError, "cannot read #{@name}: #{Source.reason(e)}"
      ensure
        file&.close unless path == Source::DASH
      end
    end
  end
end
