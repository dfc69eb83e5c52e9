# frozen_string_literal: true

require "support/processes"

# For groups that include {Processes}.
RSpec.shared_examples "what is got back" do |times, stops|
  # Bytes resident after a full collection, before and after `code` ran in a process of its own.
  def growth(setup, code, times)
    printed = in_process(<<~RUBY)
      #{setup}
      20_000.times { #{code} }
      before = resident
      #{times}.times { #{code} }
      after = resident
      print before, " ", after
    RUBY
    before, after = printed.split.map { |number| Integer(number) }
    RSpec.configuration.reporter.message("#{code}: #{before / 1024} KiB, #{after / 1024} KiB after #{times}")
    after - before
  end

  {
    "sandboxes made and dropped" => ["", "Kobako::Sandbox.new"],
    "sandboxes that ran once" => ["", "Kobako::Sandbox.new.eval('1')"],
    "invocations" => ["box = Kobako::Sandbox.new", "box.eval('[1, nil]')"],
    "invocations that call a service, take a handle and yield" => [<<~RUBY, "box.eval(calls)"],
      calls = "Host::Give.call(1) { |object| object }; 1"
      box = Kobako::Sandbox.new
      box.define(:Host).bind(:Give, ->(_, &block) { block.call(Time.at(0)) && 1 })
    RUBY
    "errors" => [<<~RUBY, "fail_in(box)"]
      box = Kobako::Sandbox.new
      def fail_in(box)
        box.eval("raise 'e'")
      rescue Kobako::SandboxError
        nil
      end
    RUBY
  }.each do |what, (setup, code)|
    # A leak of 100 bytes for each of 100,000 would be 10 MB.
    it "gets all back that #{times} #{what} took" do
      expect(growth(setup, code, times)).to be < 4 << 20
    end
  end

  it "gets all back that #{stops} interrupted and stopped invocations took" do
    printed = in_process(<<~RUBY)
      require "timeout"
      box = Kobako::Sandbox.new(timeout: 0.0005)
      free = Kobako::Sandbox.new
      free.define(:Host).bind(:Throw, -> { throw :out })
      once = proc do
        begin
          box.eval("loop {}")
        rescue Kobako::TimeoutError
        end
        catch(:out) { free.eval("Host::Throw.call") }
      end
      500.times(&once)
      before = resident
      #{stops}.times(&once)
      print resident - before, " ", Kobako::Runtime.slots_in_use
    RUBY
    grown, slots = printed.split.map { |number| Integer(number) }

    expect(grown).to be < 1 << 20
    expect(slots).to eq(0)
  end
end
