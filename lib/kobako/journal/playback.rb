# frozen_string_literal: true

require_relative "tape"

module Kobako
  class Journal
    # Runs the program that a journal carries, along that journal alone: stand-ins are bound for its services, and
    # nobody is asked.
    #
    # @api private
    class Playback
      # What of a journal's program, snippets and bindings a sandbox may refuse.
      REFUSALS = [ArgumentError, TypeError, Codec::Error, Transport::Rejection, SandboxError].freeze
      private_constant :REFUSALS

      # @param journal [Journal]
      # @param before [Integer, nil] number of the call, from 1, before which it stops
      # @raise [JournalError] when it carries no program
      def initialize(journal, before: nil)
        entry = journal.store.log[0] or raise JournalError, "the journal is empty, so it has no program"
        @source = Origin.read(entry.last).source or raise JournalError, without_program
        @tape = Tape.new(journal.store, before)
      end

      # @return [Tape::Halt, nil] where the run stopped, unless it ended or waits
      def halt = @tape.halt

      # @param options [Hash] limits of the sandbox
      # @yieldparam run [Execution] as of {Sandbox#execute}
      # @return [Execution]
      # @raise [JournalError] when the program is none that can be run, or another guest's
      def run(**options, &settings)
        sandbox = Sandbox.new(**options)
        Playback.checked { prepare(sandbox) }
        program = Playback.checked { program_in(decoded("program")) }
        program.call(sandbox, settings)
      end

      # @api private
      def self.checked
        yield
      rescue *REFUSALS => e
        raise JournalError, "the program in the journal cannot be run: #{e.message}"
      end

      private

      def without_program
        "the journal carries no program: with its snippets and data it has more than #{Origin::MAX_SOURCE} bytes (go " \
          "on with it by Sandbox#execute)"
      end

      def decoded(part) = list(Codec::Decoder.decode(@source[part]), part)

      def list(value, what) = value.is_a?(Array) ? value : raise(TypeError, "its #{what} is a #{value.class}")

      def prepare(sandbox)
        decoded("bindings").each do |path, *value|
          sandbox.bind(path, value.empty? ? Tape::StandIn.new(path) : value.first)
        end
        decoded("snippets").each do |snippet|
          raise TypeError, "a snippet is a #{snippet.class}" unless snippet.is_a?(Hash)

          add(sandbox, *snippet.values_at("kind", "name", "body"))
        end
      end

      def add(sandbox, kind, name, body)
        case kind
        when "bytecode" then sandbox.preload(binary: body)
        when "library" then sandbox.library(name, body)
        else sandbox.preload(code: body, name:)
        end
      end

      # @return [Proc] takes a sandbox and the settings of the run
      def program_in(parts)
        return entrypoint(*parts) if parts.size == 1

        location, code = parts
        filename, line = location ? Codec::Decoder.decode(location) : [Location::DEFAULT_FILENAME, 1]
        Location.of(filename, line)
        code = Program.text(code)
        ->(sandbox, settings) { sandbox.execute(code, filename:, line:, journal: @tape, &settings) }
      end

      def entrypoint(bytes)
        name, arguments, keywords = Codec::Decoder.decode(bytes, Tape::StandIns.new)
        list(arguments, "arguments")
        Entrypoint.checked(name, keywords)
        keywords = { **keywords, journal: @tape }
        ->(sandbox, settings) { sandbox.call(name, *arguments, **keywords, &settings) }
      end
    end
  end
end
