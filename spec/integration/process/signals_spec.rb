# frozen_string_literal: true

require "support/examples/native_recursion"
require "support/hostile_module"

RSpec.describe "Signals and stacks" do
  include HostileModule
  include SmallStacks

  describe "Ruby's own SystemStackError works after a sandbox ran" do
    {
      "on the main thread" => "ran; print overflow",
      "on another thread" => "Thread.new { ran; print overflow }.join",
      "on a thread on which none ran" => "ran; Thread.new { print overflow }.join",
      "on a thread that Ruby makes of an ended one" =>
        "print Array.new(20) { Thread.new { ran; overflow }.value }.uniq.join",
      "in a fiber" => "Fiber.new { ran; print overflow }.resume",
      "in a service" => '$sandbox.define(:Host).bind(:Deep, -> { overflow }); print $sandbox.eval("Host::Deep.call")',
      "again and again" => "print Array.new(5) { ran; overflow }.uniq.join"
    }.each do |place, code|
      it(place) { expect(in_process("#{SmallStacks::PRELUDE}#{code}")).to eq("stack level too deep") }
    end

    it "in C code that recurses" do
      code = <<~RUBY
        ran
        nested = []
        200_000.times { nested = [nested] }
        begin
          nested.inspect
        rescue SystemStackError => e
          print e.message
        end
        ran
      RUBY

      expect(in_process("#{SmallStacks::PRELUDE}#{code}")).to eq("stack level too deep")
    end
  end

  describe "Ruby's crash reporter works after a sandbox ran" do
    {
      "on the main thread" => "ran; Process.kill(:SEGV, $$); sleep",
      "on another thread" => "Thread.new { ran; Process.kill(:SEGV, $$); sleep }.join",
      "for a bad address" => 'require "fiddle"; ran; Fiddle::Pointer.new(8)[0]',
      "for SIGBUS" => "ran; Process.kill(:BUS, $$); sleep"
    }.each do |place, code|
      it(place) {
        expect(in_process("#{SmallStacks::PRELUDE}#{code}", rlimit_core: 0))
          .to match(/\[BUG\] (Segmentation fault|Bus Error)/)
      }
    end
  end

  it "leaves a guest's own traps to the engine, on every thread" do
    faults = { "(unreachable)" => /unreachable/, "(drop (i32.load (i32.const -8)))" => /out of bounds/,
               "(drop (i32.div_s (i32.const 1) (i32.const 0)))" => /divide by zero/ }
    faults.each do |code, message|
      sandbox = hostile_sandbox(eval: code)
      errors = Array.new(3) { Thread.new { sandbox.eval("attack") rescue $! }.value } # rubocop:disable Style/RescueModifier, Style/SpecialGlobalVars

      expect(errors).to all(be_an_instance_of(Kobako::TrapError).and(have_attributes(message:)))
      expect(sandbox.eval("good")).to eq(42)
    end
  end

  SmallStacks::PLACES.each do |place, (runner, fitting)|
    describe place do
      define_method(:printed) { |code| printed_by(runner, code) }

      include_examples "recursion in native code", 10_000

      it "a guest that recurses gets its own SystemStackError, which it can rescue" do
        code = "def f(n) = f(n + 1); begin; f(0); rescue SystemStackError => e; e.message; end"

        expect(printed("p $sandbox.eval(#{code.dump})")).to eq(%("stack level too deep"\n))
      end

      it "a guest that recurses and does not rescue ends in a SandboxError" do
        expect(printed(<<~'RUBY')).to eq(%("SystemStackError"\n42\n))
          begin
            $sandbox.eval("def f(n) = f(n + 1)\nf(0)")
          rescue Kobako::SandboxError => e
            p e.klass, $sandbox.eval("6 * 7")
          end
        RUBY
      end

      it "a value of 120 levels crosses in both directions" do
        expect(printed(<<~'RUBY')).to eq("[1]\n{1=>1}\n1\n")
          p $sandbox.eval("a = 1; 120.times { a = [a] }; Host::Give.call(a)").flatten
          value = $sandbox.eval("a = 1; 120.times { a = { 1 => a } }; Host::Give.call(a)")
          119.times { value = value.fetch(1) }
          p value
          nested = 1
          120.times { nested = [nested] }
          other = Kobako::Sandbox.new
          other.preload(code: "Same = ->(value) { value }", name: :Same)
          value = other.run(:Same, nested)
          value = value.first while value.is_a?(Array)
          p value
        RUBY
      end

      it "a value that is too deep, or that contains itself, is an error" do
        expect(printed(<<~'RUBY')).to eq("ArgumentError\nArgumentError\n42\n")
          other = Kobako::Sandbox.new
          other.preload(code: "Same = ->(value) { value }", name: :Same)
          deep = []
          100_000.times { deep = [deep] }
          cycle = []
          cycle << cycle
          [deep, cycle].each do |value|
            other.run(:Same, value)
          rescue ArgumentError => e
            p e.class
          end
          p other.eval("6 * 7")
        RUBY
      end

      it "services and blocks that nest #{fitting} times give a value, and deeper ones a clear error" do
        ends = printed(<<~'RUBY')
          [1, 10, 30, 50, 100, 200].each do |depth|
            puts $sandbox.eval("def d(n) = n == 0 ? 'end' : Host::Give.call(n) { |m| d(m - 1) }\nd(#{depth})")
          rescue SystemStackError, Kobako::Error => e
            puts e.message
          end
          puts $sandbox.eval("6 * 7")
        RUBY

        stopped = /stack level too deep|Sandbox#eval failed: .*(nest deeper than|stack was full|native stack).*/
        expect(ends).to match(/\A(end\n)+((#{stopped})\n)+42\n\z/)
        expect(ends.lines.size).to eq(7)
        expect(ends.lines.count("end\n")).to be >= [1, 10, 30, 50, 100].count { |depth| depth <= fitting }
      end

      it "sandboxes that nest through services end in a value or an error, and never in a crash" do
        ends = printed(<<~'RUBY')
          [5, 20, 200].each do |depth|
            innermost = Kobako::Sandbox.new
            outermost = (1..depth).inject(innermost) do |inner, number|
              box = Kobako::Sandbox.new
              box.define(:Host).bind(:Ask, -> { inner.eval(number == 1 ? "0" : "Host::Ask.call + 1") })
              box
            end
            puts outermost.eval("Host::Ask.call + 1")
          rescue SystemStackError, Kobako::Error => e
            puts e.class
          end
        RUBY

        expect(ends).to match(/\A5\n20\n(200|SystemStackError|Kobako::\w+)\n\z/)
      end
    end
  end
end
