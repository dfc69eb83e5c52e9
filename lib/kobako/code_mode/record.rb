# frozen_string_literal: true

module Kobako
  class CodeMode
    # A session as bytes.
    #
    # @api private
    class Record
      MARK = "kobako session 1\n".b.freeze
      private_constant :MARK

      # @return [Integer]
      attr_reader :turns
      # @return [Integer] entries of the journal of code that has ended
      attr_reader :entries
      # @return [Array(Integer, Integer)] bytes of standard output and error
      attr_reader :printed
      # @return [Array(Boolean, String, Integer), nil] whether an approval is waited for, by what code, and how many
      #   calls of tools that made
      attr_reader :waiting
      # @return [Journal, nil]
      attr_reader :journal

      # @param turns [Integer]
      # @param entries [Integer]
      # @param printed [Array(Integer, Integer)]
      # @param waiting [Array(Boolean, String, Integer), nil]
      # @param journal [Journal, nil]
      def initialize(turns, entries, printed, waiting, journal)
        @turns = turns
        @entries = entries
        @printed = printed
        @waiting = waiting
        @journal = journal
        freeze
      end

      # @return [String]
      def write
        head = Codec::Encoder.encode([turns, entries, printed, waiting])
        MARK + [head.bytesize].pack("N") + head + (journal ? journal.dump : "".b)
      end

      class << self
        # @param bytes [String]
        # @param journal [#call] gives an empty journal
        # @return [Record]
        # @raise [JournalError] when they are none
        def read(bytes, journal)
          head, rest = parts(bytes)
          log = journal.call.tap { |empty| empty.store.read(rest) } unless rest.empty?
          checked(new(*head(head), log))
        end

        private

        def parts(bytes)
          refuse("it is a #{bytes.class}, expected a String") unless bytes.is_a?(String)
          bytes = bytes.b
          refuse("it does not begin as one") unless bytes.start_with?(MARK)

          size = bytes.byteslice(MARK.bytesize, 4).unpack1("N")
          start = MARK.bytesize + 4
          refuse("it was truncated") unless size && size <= bytes.bytesize - start

          [bytes.byteslice(start, size), bytes.byteslice((start + size)..)]
        end

        def refuse(why) = raise(JournalError, "these bytes are no session of a model: #{why}")

        def head(bytes)
          head = Codec::Decoder.decode(bytes)
          head.is_a?(Array) && head.size == 4 ? head : refuse("it is mixed up")
        rescue Codec::Error, Transport::Rejection => e
          refuse(e.message)
        end

        def checked(record)
          size = record.journal ? record.journal.store.log.size : 0
          sound = [record.turns, record.entries, *record.printed].all? { |count| count.is_a?(Integer) && count >= 0 } &&
                  record.printed.size == 2 && record.entries <= size && waiting?(record)
          sound ? record : refuse("it is mixed up")
        rescue NoMethodError, TypeError
          refuse("it is mixed up")
        end

        def waiting?(record)
          waits = !record.journal&.waiting.nil?
          return !waits if record.waiting.nil?

          asked, code, calls = record.waiting
          waits && [true, false].include?(asked) && code.is_a?(String) && calls.is_a?(Integer) && calls.positive?
        end
      end
    end
  end
end
