# frozen_string_literal: true

require "fileutils"
require "kobako"
require "tmpdir"

# The executable of `rake guest:sanitize`, which takes programs as a sandbox does.
class SanitizedGuest
  # A sanitizer, or a signal, ended a program.
  class Fault < Kobako::Error; end

  EXECUTABLE = File.expand_path("../guest/target/sanitized/guest", __dir__)
  SERVICES = { "Host" => %w[Echo List Node] }.freeze
  RUNS = File.expand_path("../guest/target/sanitized-runs", __dir__)
  # Leaks: the interpreter is never closed, its memory goes with the instance.
  ENVIRONMENT = {
    "ASAN_OPTIONS" => "detect_leaks=0:allocator_may_return_null=1:quarantine_size_mb=16",
    "UBSAN_OPTIONS" => "print_stacktrace=1",
    "ASAN_SYMBOLIZER_PATH" => "/usr/bin/llvm-symbolizer-22"
  }.freeze
  # How a child may end: the driver's `enum end`.
  ENDS = { 0 => :outcome, 3 => :time, 4 => :memory }.freeze

  # The tag before an outcome's value; the other one is that of a panic record.
  VALUE = "\x01"

  attr_reader :stdout

  # @param seconds [Integer] of a program
  # @param memory [Integer] bytes that a program may allocate
  # @param gc_period [Integer] allocations from one full GC to the next, 0 for mruby's own pace
  # @param moves [Boolean] whether the stacks move at every call
  # @param services [Hash{String => Array<String>}] members by namespace
  def initialize(seconds: 10, memory: 64 << 20, gc_period: 0, moves: false, services: SERVICES)
    @services = services
    FileUtils.mkdir_p(RUNS)
    @file = "#{Dir.mktmpdir("run", RUNS)}/frames"
    arguments = [seconds, memory, gc_period, moves ? 1 : 0].map(&:to_s)
    @driver = IO.popen([ENVIRONMENT, EXECUTABLE, *arguments], "r+")
  end

  # @param source [String]
  # @return [Object] what the program comes to
  # @raise [Kobako::Error] as Sandbox#eval does
  # @raise [Fault]
  def eval(source)
    case run(source)
    when :outcome then read(File.binread("#{@file}.outcome"))
    when :time then raise Kobako::TimeoutError, "the program took too long"
    when :memory then raise Kobako::MemoryLimitError, "the program took too much memory"
    end
  end

  private

  def read(outcome)
    message = outcome.byteslice(1..)
    outcome.start_with?(VALUE) ? Kobako::Codec::Decoder.decode(message) : Kobako::Outcome.fail(message, nil)
  end

  def run(source)
    File.binwrite(@file, frames(source))
    @driver.puts(@file)
    status = @driver.gets or raise Fault, "the driver died"
    @stdout = File.read("#{@file}.out", encoding: "UTF-8")
    ENDS.fetch(status.to_i) { raise Fault, "it ended with #{status.chomp}\n#{File.read("#{@file}.err")}".scrub }
  end

  def frames(source)
    messages = [Kobako::Codec::Encoder.encode(@services.to_a), source, Kobako::Codec::Encoder.encode([])]
    messages.map { |bytes| [bytes.bytesize].pack("N") + bytes.b }.join
  end
end
