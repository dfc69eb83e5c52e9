# frozen_string_literal: true

RSpec.describe Kobako::Sandbox, "with bytecode" do
  folder = File.expand_path("../../fixtures/bytecode", __dir__)
  programs = Dir["#{folder}/*.rb"].to_h do |source|
    [File.basename(source, ".rb"), [File.read(source), File.binread(source.sub(/rb\z/, "mrb"))]]
  end

  def sandbox(timeout: 60) = Kobako::Sandbox.new(timeout:, memory_limit: 32 << 20)

  # What a run of the binary comes to: :value, :refused, :raised, :stopped at a limit, or :trapped.
  def fate(binary)
    sandbox(timeout: 1).preload(binary:).eval("1")
    :value
  rescue Kobako::BytecodeError then :refused
  rescue Kobako::SandboxError then :raised
  rescue Kobako::TimeoutError, Kobako::MemoryLimitError then :stopped
  rescue Kobako::TrapError then :trapped
  end

  # One to three bytes behind the header set to a random one, a near one, or one of the same binary.
  def damage(binary, random)
    binary = binary.dup
    random.rand(1..3).times do
      at = random.rand(20...binary.bytesize)
      byte = binary.getbyte(at)
      changes = [random.rand(256), byte ^ (1 << random.rand(8)), byte.succ % 256,
                 binary.getbyte(random.rand(20...binary.bytesize)), [0, 1, 2, 118, 255].sample(random:)]
      binary.setbyte(at, changes.sample(random:))
    end
    binary
  end

  programs.each do |name, (source, binary)|
    it "runs #{name} as it runs its source" do
      expected = sandbox.tap { |from_source| from_source.eval("#{source}\nnil") }
      loaded = sandbox.preload(binary:).tap { |from_binary| from_binary.eval("nil") }

      expect(loaded.stdout).to eq(expected.stdout)
      expect(loaded.stdout.lines.size).to be > 10
    end
  end

  it "refuses what is damaged, or runs it to a value, an error or a limit, but never into a trap" do
    random = Random.new(ENV.fetch("KOBAKO_FUZZ_SEED", 1).to_i)
    binaries = programs.values.map(&:last)
    cases = Array.new(ENV.fetch("KOBAKO_FUZZ_CASES", 3000).to_i) { damage(binaries.sample(random:), random) }
    fates = cases.group_by { |binary| fate(binary) }

    expect(fates.fetch(:trapped, []).map { |binary| binary.unpack1("H*") }).to eq([])
    expect(fates.fetch(:refused).size).to be > cases.size / 3
    expect(fates.fetch(:stopped, []).size).to be < cases.size / 50
  end

  it "jumps behind no default of a keyword where the bytecode has none" do
    key_p = "\x3a".b
    binary = Kobako.compile("def f(k: 1)\n  x = k\n  z = 32_767\n  [x, z]\nend\n2.times { f(k: 2) }\np f(k: 2)\n")
    name = binary[/#{key_p}.(.)\x27/mn, 1]
    # a MOVE before LOADI16, whose operand no jump has
    changed = binary.sub(/\x01(.).(?=\x0e.\x7f\xff)/mn) { |move| key_p + move[1].b + name }

    expect(changed).not_to eq(binary)
    expect(sandbox.preload(binary: changed).tap { |loaded| loaded.eval("1") }.stdout).to eq("[true, 32767]\n")
  end

  def routine(code, *inner)
    [0, 1, 5, inner.size, 0, code.size].pack("Nn4N") + code.pack("C*") +
      "\0\1\0\0\4text\0\0\1\0\4call\0".b + inner.join
  end

  # A top-level routine of 1 local and 5 registers around the code, with one name, one text and one routine.
  def program(code)
    body = routine(code, routine([63]))
    sections = ["IREP", 12 + body.bytesize, "0400", body, "END\0", 8].pack("a4Na4a*a4N")
    ["RITE0400", 20 + sections.bytesize, "MATZ0000"].pack("a8Na8") + sections
  end

  it "runs a program put together by hand" do
    expect(fate(program([118]))).to eq(:value)
  end

  {
    "a register that the routine does not have" => [1, 1, 5, 118],
    "a text that the routine does not have" => [92, 1, 1, 118],
    "a jump into an instruction" => [38, 0, 1, 17, 1, 118],
    "a jump out of the routine" => [38, 0, 9, 118],
    "no end" => [17, 1],
    "an instruction that does not exist" => [119, 118],
    "an instruction for debuggers" => [113, 1, 1, 1, 118]
  }.each do |kind, code|
    it "refuses code with #{kind} at each invocation" do
      damaged = sandbox.preload(binary: program(code))

      2.times do
        expect { damaged.eval("1") }
          .to raise_error(Kobako::BytecodeError, /\Athe binary is corrupt or of another RITE version .*: \w/)
      end
    end
  end

  {
    "a list of arguments that is no Array" => [[99, 1, 0, 6, 2, 50, 1, 0, 15, 118],
                                               /no implicit conversion of Integer into Array/],
    "a class body of what is no class" => [[6, 1, 105, 1, 0, 118], /expected Class or Module/],
    "an exception that is none" => [[6, 1, 45, 1, 118], /exception object expected/],
    "a method that is no routine" => [[102, 1, 6, 2, 106, 1, 0, 118], /wrong argument type Integer/],
    "a method of what is no class" => [[6, 1, 99, 2, 0, 106, 1, 0, 118], /expected Class or Module/]
  }.each do |kind, (code, message)|
    it "raises TypeError in the guest for #{kind}" do
      expect do
        sandbox.preload(binary: program(code)).eval("1")
      end.to raise_error(Kobako::SandboxError, message) { |error|
               expect(error.klass).to eq("TypeError")
             }
    end
  end

  it "refuses a section without a size" do
    binary = program([118])
    binary[-4..] = "\0\0\0\0"

    expect(fate(binary)).to eq(:refused)
  end
end
