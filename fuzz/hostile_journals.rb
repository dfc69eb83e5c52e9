# frozen_string_literal: true

require "kobako"
require_relative "forked"
require_relative "fuzz_run"
require_relative "journal_program"
require_relative "journal_run"
require_relative "mutation"

# Journals that were cut, changed, mixed up, spliced with another's, or made of hostile entries: they are refused by a
# JournalError, or load to what can be looked at, and run to an end that a run may have.
class HostileJournals
  ENTRY = Kobako::Journal::Entry
  FRAMES = Kobako::Journal::Frames
  KINDS = %w[J C Y B A H W T E M Z].freeze
  # Depths and counts of which no message is.
  PARTS = ["", "\x91" * 200_000, "#{"\x91" * 120}\xc0", "\xdd\xff\xff\xff\xff", "\xdf\xff\xff\xff\xff",
           "\xc6\xff\xff\xff\xff", "\xdb\x7f\xff\xff\xff", "\x82\xa1a\x01\xa1a\x02", "\xc9\xff\xff\xff\xff\x01", "\x80",
           "\x90", "\xc0", "\x00",
           "\x92\x00\xdd\xff\xff\xff\xff", "\x92\x01\x80", "\x92\x00\xc0",
           "\x95\xc4\x02\xff\xfe\xa4fin\xc3\xa9\x90\x80\xc2",
           "\x95\xc0\xc0\xc0\xc0\xc0", "\x95\xd6\x01\x00\x00\x00\x01\xa4name\x90\x80\xc2", "\x93\x01\x02\xa1k",
           "\x93\x02\x01\xa4Host", "\x92\x01\x00", "\x93\x01\x01\xa4Gone", "\xff" * 64]
          .map { |text| text.b.freeze }.freeze
  # More bytes than a journal may have.
  MUCH = 17 << 20
  # How a run may end that goes along what is no journal of its own.
  ENDS = %w[Kobako::SandboxError Kobako::ServiceError Kobako::TimeoutError Kobako::MemoryLimitError Kobako::JournalError
            Kobako::HandlerExhaustedError Kobako::ReplayError Kobako::CallLimitError].freeze

  @tally = Hash.new(0)

  class << self
    attr_reader :tally

    def warm_up
      @sources = Array.new(40) { |number| source(Random.new(number)) }
    end

    # @return [Array(JournalRun, Hash, String)] a program, how it ends, and its journal
    def pick(random) = @sources[random.rand(@sources.size)]

    # @return [String] what was done
    def summary = @tally.map { |what, count| "#{what} #{count}" }.join(", ")

    private

    def source(random)
      run = JournalRun.new(JournalProgram.new(random).source, mode: JournalRun::MODES[random.rand(3)], clock: nil,
                                                              max_calls: nil, seed: 1)
      waits = random.rand(3).zero?
      [run, *(waits ? run.first_wait : run.whole)]
    end
  end

  # @param number [Integer]
  def initialize(number)
    @random = Random.new(number)
    @run, @whole, @log = self.class.pick(@random)
    @other = self.class.pick(@random).last
  end

  # @return [String, nil] what is wrong
  def check
    @big = @random.rand(60).zero?
    @big ? Forked.call { examine } : examine
  end

  private

  def examine
    @bytes, sound = @random.rand(3).zero? ? [raw, false] : [entries, true]
    journal = load
    problem = journal && (looked_at(journal) || used(sound))
    problem && "#{problem}\n#{@bytes.byteslice(0, 4000).inspect}\n#{@run.code}"
  rescue StandardError, SystemStackError, NoMemoryError => e
    "#{e.full_message(highlight: false).lines.first(12).join}\n#{@bytes.to_s.byteslice(0, 4000).inspect}"
  end

  def load
    Kobako::Journal.load(@bytes).tap { self.class.tally["loaded"] += 1 }
  rescue Kobako::JournalError
    self.class.tally["refused"] += 1
    nil
  end

  def pick(list) = list[@random.rand(list.size)]

  # Bytes that are changed without their check sums.
  def raw
    bytes = pick([@log, dump(frames(@log))])
    case @random.rand(4)
    when 0 then bytes.byteslice(0, @random.rand(bytes.bytesize + 1))
    when 1 then bytes.byteslice(0, @random.rand(bytes.bytesize)) << @other.byteslice(@random.rand(@other.bytesize)..)
    else Mutation.bytes(@random, bytes)
    end
  end

  # Entries that are changed, with their check sums.
  def entries
    list = frames(@log)
    (1 + @random.rand(4)).times { list = changed(list) unless list.empty? }
    return list.inject(FRAMES::LOG.dup) { |bytes, entry| bytes << frame(*entry) } if @random.rand(3).zero?

    dump(list)
  end

  def changed(list)
    at = @random.rand(list.size)
    kind, data = list[at]
    before = list[0, at]
    after = list[(at + 1)..]
    case @random.rand(8)
    when 0 then before + after.drop(@random.rand(3))
    when 1 then before + frames(@other).drop(@random.rand(9))
    when 2 then before + Array.new(@big ? MUCH / (data.bytesize + 9) : 2, list[at]) + after
    when 3 then before + after.first(1) + [list[at]] + after.drop(1)
    when 4 then before + [list[at], [pick(KINDS), pick(PARTS)]] + after
    when 5 then before + [[kind, pick(PARTS)]] + after
    when 6 then before + [[pick(KINDS), data]] + after
    else before + [[kind, Mutation.bytes(@random, data)]] + after
    end
  end

  def frames(bytes)
    list = []
    FRAMES.new.read(bytes) { |kind, data| list << [kind, data] }
    list
  end

  def dump(list)
    @writer = FRAMES.new
    bytes = list.inject(FRAMES::DUMP.dup) { |text, entry| text << frame(*entry) }
    bytes << frame(ENTRY::FINISH, [list.size].pack("N"))
  end

  def frame(kind, data) = (@writer ||= FRAMES.new).frame(kind, data)

  def looked_at(journal)
    [journal.waiting, *journal.unknown].compact.each { |call| [call.to_s, call.inspect, call.to_h].freeze }
    %i[text svg html].each { |format| Kobako::Trace.render(journal, format:) } if journal.size < 9_999
    played(journal)
    "it is another one after a dump" if Kobako::Journal.load(journal.dump).dump != journal.dump
  end

  # Without any service.
  def played(journal)
    run = journal.playback(before: @random.rand(1..9)).run(**JournalRun::LIMITS)
    Kobako::Trace.render(run)
    self.class.tally["played"] += 1
  rescue Kobako::JournalError
    self.class.tally["not played"] += 1
  end

  def used(sound)
    run = @run.continued(@bytes, answered: true)
    self.class.tally[run[:kind]] += 1
    return "it ends with #{run[:kind]}: #{run[:text]}" unless ["value", "waits", *ENDS].include?(run[:kind])
    return if sound || [run, @whole].any? { |one| one[:waiting] || one[:kind].match?(/Journal|Replay|Timeout/) }

    "it gives another value" if @whole.values_at(:text, :stdout) != run.values_at(:text, :stdout)
  rescue Kobako::JournalError
    self.class.tally["refused by the run"] += 1
    nil
  end
end

if $PROGRAM_NAME == __FILE__
  FuzzRun.main("hostile journals", HostileJournals.method(:warm_up), HostileJournals.method(:summary)) do |number|
    HostileJournals.new(number).check
  end
end
