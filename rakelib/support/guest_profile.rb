# frozen_string_literal: true

require "rbconfig"
require "tmpdir"
require_relative "guest_digest"
require_relative "named_build"

# Where the cycles of a script go, by Linux's perf. The guest is the one that is built, with the names of its functions
# kept; perf finds their numbers in the compiled module that the cache maps.
class GuestProfile
  # Runs a script again and again for some seconds.
  LOOP = <<~RUBY
    require "kobako"
    wasm, script, seconds = ARGV
    sandbox = Kobako::Sandbox.new(wasm_path: wasm, memory_limit: 256 << 20, timeout: 60)
    code = File.read(script)
    sandbox.eval(code)
    finish = Process.clock_gettime(Process::CLOCK_MONOTONIC) + Float(seconds)
    sandbox.eval(code) while Process.clock_gettime(Process::CLOCK_MONOTONIC) < finish
  RUBY
  # Samples a second.
  FREQUENCY = 4000
  ROWS = 30
  # The part of the name section that names functions.
  FUNCTION_NAMES = 1
  private_constant :LOOP, :FREQUENCY, :ROWS, :FUNCTION_NAMES

  def initialize(root)
    @root = root
  end

  # The functions that took most of `seconds`, as lines.
  def table(script, seconds)
    wasm = NamedBuild.new(@root).call
    run(wasm, script, "0")
    Dir.mktmpdir { |folder| report(record("#{folder}/perf.data", wasm, script, seconds), names(File.binread(wasm))) }
  end

  private

  # The first time compiles and fills the cache.
  def run(*arguments) = system(RbConfig.ruby, "-I#{@root}/lib", "-e", LOOP, *arguments, exception: true)

  def record(data, wasm, script, seconds)
    command = ["perf", "record", "--quiet", "--freq", FREQUENCY.to_s, "--output", data, "--",
               RbConfig.ruby, "-I#{@root}/lib", "-e", LOOP, wasm, script, seconds.to_s]
    system(*command, exception: true)
    data
  end

  def report(data, names)
    lines = IO.popen(["perf", "report", "--stdio", "--input", data, "--sort", "symbol"], err: File::NULL, &:readlines)
    lines.grep(/%/).first(ROWS).map do |line|
      line.sub(/wasm\[0\]::function\[\d+\]/) { |name| names.fetch(name[/\d+(?=\]\z)/].to_i, name) }
          .sub(/\s+-\s+-\s*\z/, "").rstrip
    end
  end

  # { number of a function => its name }, from the name section of WebAssembly's core specification, appendix.
  def names(wasm)
    bytes = GuestDigest.custom_section(wasm, "name") or abort "the guest has no names"
    _, bytes = GuestDigest.sections(bytes, 0).find { |id,| id == FUNCTION_NAMES }
    count, at = GuestDigest.leb128(bytes, 0)
    Array.new(count) do
      number, at = GuestDigest.leb128(bytes, at)
      size, at = GuestDigest.leb128(bytes, at)
      name = bytes.byteslice(at, size)
      at += size
      [number, name]
    end.to_h
  end
end
