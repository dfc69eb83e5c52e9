# frozen_string_literal: true

module Kobako
  module Trace
    # The timeline of a journal: its calls with what they were given, and when they were made, which each run noted at
    # its end. The time between two runs is a gap.
    #
    # @api private
    class OfJournal
      ENTRY = Journal::Entry
      private_constant :ENTRY

      # @param journal [Journal]
      def initialize(journal)
        @journal = journal
        @log = journal.store.log
        @references = Journal::References.new(@log)
        @rows = []
        @open = []
        @count = 0
        @gaps = []
        @length = 0.0
        @times = @log.each_of(ENTRY::TIMES).map { |bytes| Journal::Times.read(bytes) }
      end

      # @return [Timeline]
      def timeline
        @log.each { |kind, bytes| note(kind, bytes) }
        place
        Timeline.new(title: "journal: #{state}", facts:, duration: (@length if @times.any?), rows: @rows, calls: @count,
                     gaps: @gaps)
      end

      private

      def state
        return "nothing was recorded" if @journal.empty?
        return "waits for #{@journal.waiting}#{reason(@journal.waiting.reason)}" if @journal.waiting

        unknown = @journal.unknown.last
        return "ends with its calls" unless unknown

        "ends in the midst of #{unknown}, of which nobody knows whether it was made"
      end

      def reason(reason) = (": #{reason.inspect}" unless reason.nil?)

      def facts
        [Words.count(@count, "call"), Words.size(@journal.bytesize),
         (Words.count(@times.size, "run") if @times.any?), begun].compact
      end

      def begun
        return if @times.empty?

        "from #{time(@times.first.begun)}"
      end

      def time(microseconds) = Time.at(microseconds / 1_000_000).utc.strftime("%F %T UTC")

      def note(kind, bytes)
        case kind
        when ENTRY::CALL then called(bytes)
        when ENTRY::ANSWER then answered(bytes, @open.pop)
        when ENTRY::WAIT then waiting(bytes)
        end
      end

      def called(bytes)
        @count += 1
        row = row(bytes) if @count <= Timeline::MAX_ROWS
        @rows << row if row
        @open << row
      end

      def row(bytes)
        label = Words.line(Journal::Request.new(bytes, @references).to_s)
        Timeline::Row.new(number: @count, depth: @open.size, label:, bytes_received: bytes.bytesize, bytes_sent: 0,
                          outcome: :none, note: "not answered")
      end

      def answered(bytes, row)
        return unless row

        row.bytes_sent = bytes.bytesize
        row.outcome = bytes.getbyte(1).zero? ? :value : :fault
        waited = row.note if row.note != "not answered"
        row.note = [waited&.sub("waits", "waited"), ("failed" if row.outcome == :fault)].compact.join(", ")
      end

      def waiting(bytes)
        @open.last&.note = Words.line("waits#{reason(Codec::Decoder.decode(bytes))}")
      end

      # Puts the runs one after the other.
      def place
        last = nil
        @times.each do |times|
          @gaps << Timeline::Gap.new(start: @length, duration: (times.begun / 1e6) - last) if last
          ended = place_run(times)
          last = (times.begun / 1e6) + ended
        end
      end

      # From its first call on.
      #
      # @return [Float] seconds from the run's start to its end
      def place_run(times)
        offset = times.calls.first&.first.to_f
        times.calls.each_with_index do |(start, duration), index|
          row = @rows[times.first + index] or break
          row.start ||= @length + (start - offset)
          row.duration ||= duration
        end
        ended = times.calls.map(&:sum).max || 0.0
        @length += ended - offset
        ended
      end
    end
  end
end
