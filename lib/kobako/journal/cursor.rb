# frozen_string_literal: true

require_relative "entry"
require_relative "request"

module Kobako
  class Journal
    # Where a run is in its journal: compares what comes with what was recorded, and records from the end on.
    #
    # @api private
    class Cursor
      # @return [Log]
      attr_reader :log

      # @param log [Log]
      # @param write [#call] adds an entry: a kind and bytes
      # @param host_clock [Boolean] whether the run reads the host's clock
      def initialize(log, write, host_clock)
        @log = log
        @write = write
        @host_clock = host_clock
        @position = 1
      end

      # @param execution [Execution] whose clock is read
      def begin(execution)
        @execution = execution
        @resumed = replaying?
        @shown = @log.each_of(Entry::CLOCK).sum { |bytes| bytes.bytesize / 8 }
      end

      # @return [Array(String, String), nil] what the journal says next; nil at its end
      def upcoming
        @position += 1 while @log.beside?(@position)
        @log[@position]
      end

      # Passes a call that is the recorded one, and its answer, where nothing stands between them.
      #
      # @param request [String] bytes
      # @return [String, nil] the answer
      def answered(request)
        kind, bytes = upcoming
        return unless kind == Entry::CALL && bytes == request

        kind, answer = @log[@position + 1]
        return unless kind == Entry::ANSWER

        @position += 2
        answer
      end

      # @return [Boolean] whether the journal had something of this run
      def resumed? = @resumed

      # @return [Boolean] whether a step of this run was recorded
      def recorded? = @recorded || false

      # @return [Boolean] whether the journal says what comes next
      def replaying? = !upcoming.nil?

      # @return [Integer] the number of the entry that was passed last
      def passed = @position - 1

      # @return [Array(String, String), nil] what the journal says next, which is passed
      def pass
        entry = upcoming
        @position += 1 if entry
        entry
      end

      # Goes on by an entry, which is recorded, or compared with the one that was.
      #
      # @param kind [String]
      # @param bytes [String]
      # @return [Boolean] whether it was there
      # @raise [ReplayError] when it is another one
      def step(kind, bytes)
        recorded, content = upcoming
        return record(kind, bytes) unless recorded
        raise differs(described(kind, bytes)) unless recorded == kind && content == bytes

        @position += 1
        true
      end

      # Goes on by an object that got a handle.
      #
      # @param handle [Integer]
      # @yieldreturn [String] the bytes of its entry, if it is recorded
      # @raise [ReplayError] when it is another one
      def hold(handle)
        kind, bytes = upcoming
        return record(Entry::HANDLE, yield) unless kind
        return @position += 1 if kind == Entry::HANDLE && Objects.read(bytes).handle == handle

        raise differs("an object for handle #{handle & 0xffff_ffff}")
      end

      # Records that the call that waits is made again.
      #
      # @return [true]
      def ask_again
        @write.call(Entry::AGAIN, "".b)
        true
      end

      # Records what the clock showed since the last entry.
      def note_clock
        readings = @host_clock ? @execution.readings(@shown) : []
        return if readings.empty? || replaying?

        @shown += readings.size
        note(Entry::CLOCK, readings.pack("q>*"))
      end

      # Records what no step of a run is compared with.
      #
      # @param kind [String]
      # @param bytes [String]
      def note(kind, bytes)
        @write.call(kind, bytes)
        @position = @log.size
      end

      # @param number [Integer] of a call
      # @return [Request]
      def request(number) = Request.new(@log[number].last, References.new(@log))

      private

      def record(kind, bytes)
        note_clock
        note(kind, bytes)
        @recorded = true
        false
      end

      def differs(actual)
        recorded = described(*upcoming)
        ReplayError.new("the run has #{actual} where its journal has #{recorded} (entry #{@position}): something " \
                        "that it hangs on has changed", recorded:, actual:)
      end

      def described(kind, bytes)
        case kind
        when Entry::CALL then Request.new(bytes, References.new(@log)).to_s
        when Entry::HANDLE then "an object for handle #{Objects.read(bytes).id}"
        else "#{Entry::NAMES[kind]} (#{value_of(bytes)})"
        end
      end

      # What of an answer or of a block's values can be shown.
      def value_of(bytes)
        text = Codec::Decoder.decode(bytes, References.new(@log)).inspect
        text.length > 100 ? "#{text[0, 100]}…" : text
      rescue Codec::Error, Transport::Rejection
        "#{bytes.bytesize} bytes, #{Origin.digest(bytes).unpack1("H12")}"
      end
    end
  end
end
