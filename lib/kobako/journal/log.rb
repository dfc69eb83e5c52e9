# frozen_string_literal: true

require_relative "entry"

module Kobako
  class Journal
    # The entries of a journal in their order, and how they belong together: a call's answer, and what stands between.
    #
    # @api private
    class Log
      # The most entries.
      MAX_ENTRIES = 1 << 20
      # The most calls and blocks within each other.
      MAX_DEPTH = 4096

      # Bytes of an entry that are not its own: its kind, and its frame.
      OVERHEAD = 9
      # What a response with a value and one with a fault begin with.
      RESPONSES = ["\x92\x00".b, "\x92\x01".b].freeze
      BESIDE = [Entry::CLOCK, Entry::TIMES, Entry::AGAIN].freeze
      private_constant :OVERHEAD, :RESPONSES, :BESIDE

      # @return [Integer] bytes of all entries
      attr_reader :bytesize

      # @param limit [Integer] bytes of all entries
      def initialize(limit)
        @limit = limit
        @entries = []
        @bytesize = 0
        # The calls and blocks under way, by the number of their entry.
        @open = []
        @answers = {}
        @waits = {}
        @beside = {}
        @unnamed = {}
      end

      # @return [Integer]
      def size = @entries.size

      # @param number [Integer]
      # @return [Array(String, String), nil] its kind and its bytes
      def [](number) = @entries[number]

      # @param number [Integer] of a call
      # @return [Integer, nil] of its answer
      def answer_to(number) = @answers[number]

      # @param number [Integer]
      # @return [Boolean] whether no step of a run is compared with that entry
      def beside?(number) = @beside.key?(number)

      # @param number [Integer] of a call
      # @return [Boolean] whether it waits, or has waited for the answer that it has
      def wait?(number) = @waits.key?(number)

      # @param number [Integer] of a call
      # @return [Boolean] whether it gave objects that nothing stands for
      def unnamed?(number) = @unnamed.key?(number)

      # @return [Integer, nil] the call that waits
      def waiting
        number = @open.last
        number if number && wait?(number)
      end

      # @return [Array<Integer>] calls without an answer, the outermost first
      def unanswered = @open.select { |number| kind(number) == Entry::CALL }

      # @yieldparam bytes [String]
      # @return [Enumerator] of the bytes of all entries of a kind
      def each_of(kind)
        return to_enum(:each_of, kind) unless block_given?

        @entries.each { |other, bytes| yield bytes if other == kind }
      end

      # @yieldparam kind [String]
      # @yieldparam bytes [String]
      # @return [Enumerator] without a block
      def each(&) = @entries.each(&)

      # @param kind [String]
      # @param bytes [String] which are kept, and frozen
      # @return [Integer] the entry's number
      # @raise [JournalError] over a limit, or for an entry that cannot stand here
      def add(kind, bytes)
        check_room(bytes)
        place(kind, bytes)
        @beside[size] = true if BESIDE.include?(kind)
        @bytesize += bytes.bytesize + OVERHEAD
        @entries << [kind, bytes.freeze].freeze
        size - 1
      end

      private

      def kind(number) = @entries[number].first

      def check_room(bytes)
        total = @bytesize + bytes.bytesize + OVERHEAD
        if total > @limit
          raise JournalError, "the journal would have #{total} bytes, its limit is #{@limit} (pass a larger limit:, " \
                              "or make fewer or smaller calls in one run)"
        end
        return if size < MAX_ENTRIES

        raise JournalError, "the journal has #{size} entries, the limit is #{MAX_ENTRIES} (make fewer calls in one run)"
      end

      def place(kind, bytes)
        misplaced(kind) if (kind == Entry::ORIGIN) != @entries.empty?
        case kind
        when Entry::CALL, Entry::YIELD then enter(kind)
        when Entry::BLOCK then close(Entry::YIELD, kind)
        when Entry::ANSWER then answer(bytes)
        when Entry::WAIT, Entry::AGAIN then pause(kind, bytes)
        when Entry::HANDLE then note(Objects.read(bytes))
        when Entry::CLOCK then check_readings(bytes)
        when Entry::ORIGIN, Entry::TIMES then nil
        else raise JournalError, "entry #{size} of the journal is of no known kind"
        end
      end

      # Calls stand in the script or in a block, blocks in a call.
      def enter(kind)
        outer = @open.last
        misplaced(kind) if outer && (kind(outer) == kind || wait?(outer))
        misplaced(kind) if outer.nil? && kind == Entry::YIELD
        misplaced(kind) if @open.size >= MAX_DEPTH
        @open << size
      end

      def close(opened, kind)
        misplaced(kind) unless @open.last && kind(@open.last) == opened
        @open.pop
      end

      def answer(bytes)
        misplaced(Entry::ANSWER) unless bytes.bytesize > 2 && RESPONSES.include?(bytes.byteslice(0, 2))
        @answers[close(Entry::CALL, Entry::ANSWER)] = size
      end

      def pause(kind, bytes) = kind == Entry::WAIT ? wait : ask_again(bytes)

      def wait
        number = @open.last
        misplaced(Entry::WAIT) unless number && kind(number) == Entry::CALL && !wait?(number)
        @waits[number] = size
      end

      # What the call waited for counts no more.
      def ask_again(bytes)
        misplaced(Entry::AGAIN) unless bytes.empty? && waiting
        @beside[@waits.delete(waiting)] = true
      end

      def note(object)
        number = @open.last
        @unnamed[number] = true if number && object.how == Objects::NOTHING
      end

      def check_readings(bytes) = bytes.empty? || (bytes.bytesize % 8).positive? ? misplaced(Entry::CLOCK) : nil

      def misplaced(kind)
        raise JournalError, "entry #{size} of the journal is #{Entry::NAMES[kind]}, which cannot stand there (the " \
                            "journal is mixed up)"
      end
    end
  end
end
