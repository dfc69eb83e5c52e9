# frozen_string_literal: true

require "support/preloads"
require "support/processes"

RSpec.describe "A program that is run again and again" do
  include Preloads
  include Processes

  def kept(sandbox) = sandbox.instance_variable_get(:@runtime).programs

  # A source that no other example has.
  def unique(code) = "#{code}\n# program #{Preloads.count += 1}#{" " * 3000}"

  # Ten invocations, in which the program comes to be kept, are to look like ten without.
  #
  # @return [Array] what was seen each time, and how many programs were kept
  def ten(sandbox, program)
    before = kept(sandbox)
    seen = Array.new(10) { seen(sandbox, program) }
    Kobako::Runtime.restoring = false
    expect(seen).to eq(Array.new(10) { seen(sandbox, program) })
    [seen.uniq, kept(sandbox) - before]
  ensure
    Kobako::Runtime.restoring = true
  end

  it "is kept as what was compiled, without what the compiler used" do
    lines = Array.new(30) { |i| "def m#{i}(a, b = #{i})\n  a.map { |x| x * b + #{i} }.select { |y| y > 3 }\nend\n" }
    before = Kobako::Runtime.kept.last
    ten(fresh, unique(lines.join))
    expect(Kobako::Runtime.kept.last - before).to be_between(10 << 10, 64 << 10)
  end

  describe "is compiled no more, and does the same, with" do
    service = ->(sandbox) { sandbox.define(:Host).bind(:Get, ->(x, &block) { block ? block.call(x) : x + 1 }) }
    {
      "a value" => "[1, 'a', :b, { c: 2.5 }, 2**62]",
      "literals that it changes" => "a = 'x'; b = [1]; h = { k: 'v' }; a << 'y'; b << 2; h[:k] << 'w'; [a, b, h]",
      "globals, constants and methods" => "raise 'seen' if $g || defined?(K) || respond_to?(:m, true)\n" \
                                          "$g = 1; K = 2; def m = 3; class Integer; def k = 4; end; m",
      "output" => "puts 'out'; warn 'err'; print 'x' * 70",
      "an exception" => "def deep(n) = n.zero? ? raise(ArgumentError, 'no') : deep(n - 1)\n\ndeep(3)",
      "a block, a closure and a fiber" => "n = 0; f = Fiber.new { loop { Fiber.yield(n += 1) } }; f.resume; f.resume",
      "object ids and hash values" => "[Object.new.object_id, 'text'.hash, :sym.hash, Object.new.inspect]",
      "symbols that are new" => "%i[never_seen_a never_seen_b].map(&:to_proc).size + Symbol.all_symbols.size",
      "local variables" => "x = 1; y = 2; [local_variables, binding.local_variable_get(:x)]",
      "a collection" => "a = Array.new(3_000) { |i| 's' * (i % 40) }; GC.start; a.sum(&:size)",
      "a stack overflow" => "def f = f\nf",
      "a memory limit reached" => "'x' * 9_000_000",
      "a timeout" => "loop {}",
      "services, a block and a fault" => [service,
                                          "[Host::Get[1], Host::Get.call(2) { |x| x * 5 }, (Host::Get[] rescue 7)]"],
      "a service's fault" => [service, "Host::Get.call"],
      "snippets" => ["module Tax; def self.of(x) = x * 2; end", "Tax.of(4)"]
    }.each do |kind, parts|
      it kind do
        *prepare, program = parts
        sandbox = fresh(*prepare, timeout: kind == "a timeout" ? 0.15 : 600, stdout_limit: 64)

        seen, count = ten(sandbox, unique(program))

        expect(seen.size).to eq(1)
        expect(count).to eq(1)
      end
    end
  end

  it "is compiled no more in a sandbox with nothing preloaded" do
    sandbox = Kobako::Sandbox.new
    seen, count = ten(sandbox, unique("n = 20; n * 2"))

    expect([seen.map(&:first), count]).to eq([[[:value, 40]], 1])
  end

  # It takes a sixteenth of the time of its compilation, and is given ten times that.
  it "takes a tenth of a millisecond then, or little more, if it has 900 lines" do
    long = Array.new(300) { |i| "def m#{i}(a, b = #{i})\n  a.map { |x| x * b + #{i} }.select { |y| y > 3 }\nend" }
    sandbox = Kobako::Sandbox.new
    program = unique(long.join("\n"))
    before = kept(sandbox)
    10.times { sandbox.eval(program) }

    expect(kept(sandbox)).to eq(before + 1)
    expect(Array.new(200) { spent { sandbox.eval(program) } }.min).to be < allowed(0.0016)
  end

  it "is kept for all sandboxes with the same services and snippets, and for no others" do
    program = unique("Host::Name.call")
    named = lambda do |name, namespace = :Host|
      Kobako::Sandbox.new.tap { |sandbox| sandbox.define(namespace).bind(:Name, -> { name }) }
    end
    first = named["first"]
    second = named["second"]
    10.times { first.eval(program) }
    count = kept(first)

    expect(Array.new(3) { second.eval(program) }).to all(eq("second"))
    expect(kept(second)).to eq(count)
    expect { 10.times { named["other", :Else].eval(program) } }.to raise_error(Kobako::SandboxError, /Host/)
  end

  it "is another program at another place" do
    program = unique("__FILE__ + __LINE__.to_s")
    sandbox = Kobako::Sandbox.new
    places = [{}, { filename: "a.rb" }, { filename: "a.rb", line: 7 }]
    seen = Array.new(10) { places.map { |place| sandbox.eval(program, **place) } }

    expect(seen.uniq).to eq([["(eval)1", "a.rb1", "a.rb7"]])
  end

  it "reaches a memory limit that its compilation alone reaches" do
    program = unique("[#{Array.new(3_000) { |i| "'text #{i}'" }.join(",")}].size")
    roomy = Kobako::Sandbox.new(memory_limit: 64 << 20)
    10.times { roomy.eval(program) }
    tight = Kobako::Sandbox.new(memory_limit: 128 << 10)

    expect(roomy.usage.memory_peak).to be > 128 << 10
    expect { tight.eval(program) }.to raise_error(Kobako::MemoryLimitError)
  end

  it "is compiled each time while it does not compile" do
    program = unique("1 +")
    sandbox = Kobako::Sandbox.new
    count = kept(sandbox)
    errors = Array.new(10) do
      sandbox.eval(program)
    rescue Kobako::SandboxError => e
      [e.klass, e.message]
    end

    expect(errors.uniq.size).to eq(1)
    expect(errors.first.first).to eq("SyntaxError")
    expect(kept(sandbox)).to eq(count)
  end
end
