# frozen_string_literal: true

require "json"
require "support/processes"
require "support/tier_programs"

# What a translated program does is what the interpreter does: here each is run both ways in a process of its own, and
# the two are compared. `KOBAKO_TIER=eager ruby spec/run.rb spec/guest_programs_spec.rb` does it with whole programs.
RSpec.describe "A program that is translated" do
  include Processes

  # A run's value, output, and error with its place.
  runner = <<~RUBY
    require "json"
    sandbox = Kobako::Sandbox.new(timeout: 600, memory_limit: 64 << 20)
    answers = JSON.parse($stdin.read).map do |source|
      3.times.map do
        value = sandbox.eval(source)
        [value.inspect, sandbox.stdout]
      rescue Kobako::Error => e
        [e.class.name, e.message, Array(e.backtrace).grep(/eval/)]
      end
    end
    print JSON.generate([answers, Kobako::Runtime.translations])
  RUBY

  programs = TIER_PROGRAMS
  failing = ["raises at the very line"]

  before(:context) do
    @answers = %w[off eager].to_h do |tier|
      [tier, JSON.parse(in_process(runner, { "KOBAKO_TIER" => tier }, stdin_data: JSON.generate(programs.values)))]
    end
  end

  programs.each_with_index do |(words, _), index|
    it words do
      off, eager = @answers.values_at("off", "eager").map { |answers, _| answers[index] }

      expect(eager).to eq(off)
      expect(off.map(&:first)).to all(failing.include?(words) ? eq("Kobako::SandboxError") : start_with("["))
    end
  end

  it "is one where that is asked for, and only there" do
    expect(@answers["off"][1]).to eq(0)
    expect(@answers["eager"][1]).to be_positive
  end

  it "becomes one when its runs have taken long enough, and gives the same then" do
    printed = in_process(<<~RUBY, { "KOBAKO_TIER" => nil })
      sandbox = Kobako::Sandbox.new
      source = "def fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)\nfib(18)"
      values = []
      give_up = Time.now + 600
      values << sandbox.eval(source) until Kobako::Runtime.translations > 0 || Time.now > give_up
      20.times { values << sandbox.eval(source) }
      print [values.uniq, Kobako::Runtime.translations]
    RUBY
    expect(printed).to eq("[[2584], 1]")
  end

  it "is stopped in a loop, at the line where it is" do
    scripts = ["i = 0\nwhile true\n  i += 1\nend", "[1].each do |i|\n  loop { i ^= 1 }\nend"]
    stopped = %w[off eager].map do |tier|
      in_process(<<~RUBY, { "KOBAKO_TIER" => tier })
        sandbox = Kobako::Sandbox.new(timeout: 1)
        found = #{scripts.inspect}.map do |script|
          sandbox.eval(script)
        rescue Kobako::TimeoutError => e
          [e.message[/timeout.*/], e.backtrace.grep(/\\(eval\\)/)]
        end
        found << sandbox.eval("6 * 7")
        print found.inspect
      RUBY
    end

    expect(stopped[1]).to eq(stopped[0])
    expect(stopped[0]).to end_with(", 42]").and include("(eval):")
  end

  it "is interrupted by its thread's end" do
    printed = in_process(<<~RUBY, { "KOBAKO_TIER" => "eager" })
      sandbox = Kobako::Sandbox.new(timeout: 600)
      thread = Thread.new { sandbox.eval("i = 0\ni += 1 while true") }
      sleep 1
      thread.kill.join(60)
      print [thread.alive?, sandbox.eval("6 * 7")]
    RUBY
    expect(printed).to eq("[false, 42]")
  end
end
