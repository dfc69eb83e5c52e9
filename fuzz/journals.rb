# frozen_string_literal: true

require "open3"
require "rbconfig"
require_relative "fuzz_run"
require_relative "journal_program"
require_relative "journal_run"

# Random programs that call services, cut after each entry of their journal, in the bytes of an entry, and waiting at
# their calls: wherever they go on, they give the same value, output and calls as uncut.
#
# A program that comes again finds its bytecode kept; along a journal that moves nothing of its heap, so that `inspect`
# and `hash` of plain objects are the same, too. Without one they may differ, which is counted.
class JournalCuts
  # Places at which one program is cut in processes of their own.
  FORKED = 5
  # The most entries of which one program is cut after each.
  CUTS = 150
  # One of so many programs goes on in a process that starts anew.
  SPAWNED = 40
  # Seconds after which a slow program is cut no further.
  ENOUGH = 6
  LOST = /gave an object that the journal cannot give again/
  SAME = %i[kind text stdout stderr calls].freeze

  @tally = Hash.new(0)

  class << self
    attr_reader :tally

    def warm_up
      Kobako.warm
      JournalRun.new("Host::Node.child(1).value", mode: :again, clock: nil, max_calls: nil, seed: 1).whole
    end

    # @return [String] what was done
    def summary = @tally.map { |what, count| "#{what} #{count}" }.join(", ")

    # Goes on once, for a process that starts anew.
    def continue
      code, options, bytes = Marshal.load($stdin.binmode) # rubocop:disable Security/MarshalLoad
      $stdout.binmode.write(Marshal.dump(JournalRun.new(code, **options).continued(bytes)))
    end
  end

  # @param number [Integer] of the program
  def initialize(number)
    @begun = now
    @random = Random.new(number)
    @number = number
    @code = JournalProgram.new(@random).source
    @options = { mode: pick(JournalRun::MODES), clock: (:host if @random.rand(6).zero?),
                 max_calls: (@random.rand(20) if @random.rand(8).zero?), seed: @random.rand(1 << 32) }
    @run = JournalRun.new(@code, **@options)
  end

  # @return [String, nil] what is wrong
  def check
    problem = examine
    problem && "#{problem}\n#{@options}\n#{@code.inspect}\n#{@code}"
  end

  private

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  def in_time?(*) = now - @begun < ENOUGH
  def pick(list) = list[@random.rand(list.size)]
  def count(what, by = 1) = self.class.tally[what] += by

  def examine
    @whole, @bytes = forked { @run.whole }
    count("programs")
    return "it ends with #{@whole[:kind]}: #{@whole[:text]}" if @whole[:kind].match?(/Replay|Journal/)

    Kobako::Journal.load(@bytes)
    return count("timeouts") && nil if timeout?(@whole)

    count("calls", @whole[:calls].size)
    @ends = JournalRun.ends(@bytes)
    elsewhere || kept || here || waiting
  end

  # In processes that have not run the program.
  def elsewhere
    lengths = @ends.sample(FORKED, random: @random) << @random.rand(@ends.first..@bytes.bytesize)
    count("cuts", lengths.size)
    found = lengths.lazy.take_while(&method(:in_time?)).filter_map do |length|
      bytes = @bytes.byteslice(0, length)
      differing("in a fork, cut at #{length}", bytes, forked { @run.continued(bytes) })
    end.first
    found || (spawned if (@number % SPAWNED).zero?)
  end

  def spawned
    bytes = @bytes.byteslice(0, @ends[@ends.size / 2])
    given = Marshal.dump([@code, @options, bytes])
    printed, status = Open3.capture2(RbConfig.ruby, "-Ilib", __FILE__, "continue", binmode: true, stdin_data: given)
    return "a process that starts anew ended with #{status}" unless status.success?

    count("spawned")
    differing("in a process that starts anew", bytes, Marshal.load(printed)) # rubocop:disable Security/MarshalLoad
  end

  # Runs again whose bytecode is kept.
  def kept
    return count("slow") && nil unless in_time?
    return if @options[:clock]

    runs = forked { Array.new(3) { [@run.whole.first, @run.bare] } }
    count("hang on addresses without a journal") if runs.any? { |_, bare| first_difference(@whole, bare) }
    runs.lazy.filter_map { |run, _| other("run again", run) }.first
  end

  # In one process, after each entry, and in the midst of some.
  def here
    lengths = @ends.size > CUTS ? @ends.sample(CUTS, random: @random) : @ends
    lengths += Array.new(3) { @random.rand(@ends.first..@bytes.bytesize) }
    count("cuts", lengths.size)
    forked do
      lengths.lazy.take_while(&method(:in_time?)).filter_map do |length|
        bytes = @bytes.byteslice(0, length)
        differing("cut at #{length}", bytes, @run.continued(bytes))
      end.first
    end
  end

  # At one call, at each call, and at each third one.
  def waiting
    return if @options[:clock]

    at = 1 + @random.rand([@whole[:calls].size, 1].max)
    [->(waited, asked) { waited.zero? && asked == at }, ->(_, asked) { asked == 1 }, ->(_, asked) { asked == 3 }]
      .lazy.take_while(&method(:in_time?)).filter_map { |rule| other("waiting", waited(rule)) }.first
  end

  def waited(rule)
    run = forked { @run.waited(rule) }
    count("waits", run[:waits])
    return run unless @options[:mode] != :again && stuck?(run)

    count("waits in a block of what is not called again")
    @whole
  end

  # In a block of a call that cannot be made again nothing can wait, which the service is told.
  def stuck?(run) = run[:stuck]

  def differing(how, bytes, run)
    return count("timeouts") && nil if timeout?(run)

    @options[:clock] ? other_later(how, bytes, run) : other(how, run)
  end

  def other(how, run)
    return count("timeouts") && nil if timeout?(run)
    return count("lost objects") && nil if lost?(run)

    difference = first_difference(@whole, run)
    difference && "#{how}, #{difference}"
  end

  # With the host's clock it goes on at another time: it is as uncut up to there, and the same when it comes again.
  def other_later(how, bytes, run)
    return count("lost objects") && nil if lost?(run)
    return "#{how}, it ends with #{run[:text]}" if run[:kind].match?(/Replay|Journal/)

    journal = Kobako::Journal.load(bytes)
    kept = [@whole, run].map { |one| one[:calls].first(journal.size - journal.unknown.size) }
    return "#{how}, its calls are #{kept[1]}, uncut #{kept[0]}" if kept.uniq.size > 1

    again = forked { @run.continued(run[:dump]) }
    return if timeout?(again) || lost?(again)

    difference = first_difference(run, again, SAME)
    difference && "#{how} and replayed then, #{difference}"
  end

  def first_difference(whole, run, parts = SAME)
    part = parts.find { |name| whole[name] != run[name] }
    part && "its #{part} is #{run[part].inspect}, was #{whole[part].inspect}"
  end

  # Calls of objects are not made again, whatever service gave these.
  def lost?(run) = @options[:mode] != :keys && run[:text].match?(@options[:mode] == :bare ? LOST : /#<handle.*#{LOST}/)

  def timeout?(run) = run[:kind] == "Kobako::TimeoutError"

  # What the block gives in a process of its own, which has run no program of this number yet.
  def forked
    reader, writer = IO.pipe(binmode: true)
    pid = fork do
      writer.write(Marshal.dump(yield))
      writer.close
      exit!(0)
    end
    writer.close
    result = reader.read
    Process.wait(pid)
    raise "a process ended with #{$CHILD_STATUS}" unless $CHILD_STATUS.success?

    Marshal.load(result) # rubocop:disable Security/MarshalLoad
  ensure
    reader.close
  end
end

if $PROGRAM_NAME == __FILE__
  if ARGV.first == "continue"
    JournalCuts.continue
  else
    FuzzRun.main("journals", JournalCuts.method(:warm_up), JournalCuts.method(:summary)) do |number|
      JournalCuts.new(number).check
    end
  end
end
