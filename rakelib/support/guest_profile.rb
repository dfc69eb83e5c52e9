# frozen_string_literal: true

require "rbconfig"
require "tmpdir"
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
    reader = WasmReader.new(wasm, 8)
    section = reader.sections.find { |id, body| id.zero? && body.name == "name" }
    functions = section.last.sections.find { |id,| id == 1 }.last
    Array.new(functions.number) { [functions.number, functions.name] }.to_h
  end

  # Reads numbers and names of a module's bytes, from `position` on.
  class WasmReader
    def initialize(bytes, position = 0)
      @bytes = bytes
      @position = position
    end

    # [id, reader] of each section that is left.
    def sections
      found = []
      found << [byte, WasmReader.new(text(number))] while @position < @bytes.bytesize
      found
    end

    def name = text(number).force_encoding(Encoding::UTF_8)

    # An unsigned LEB128.
    def number
      value = shift = 0
      loop do
        next_byte = byte
        value |= (next_byte & 0x7f) << shift
        return value if next_byte < 0x80

        shift += 7
      end
    end

    private

    def byte = @bytes.getbyte(@position).tap { @position += 1 }
    def text(size) = @bytes.byteslice(@position, size).tap { @position += size }
  end
  private_constant :WasmReader
end
