# frozen_string_literal: true

require "support/processes"

# For groups that include {Processes}.
RSpec.shared_examples "forks beside busy threads" do |times|
  it "#{times} times, while other threads run guests of every kind, ends in no deadlock" do
    script = <<~RUBY
      quick = Kobako::Sandbox.new(timeout: 0.002)
      scripts = ["n = 0; 50_000.times { n += 1 }", "Host::Give.call(1) { n = 0; 20_000.times { n += 1 }; 1 }",
                 "200.times { Host::Give.call(1) }", "'x' * (1 << 30)"]
      boxes = scripts.map do |code|
        box = Kobako::Sandbox.new(timeout: 600)
        box.define(:Host).bind(:Give, ->(value, &block) { block ? block.call(value) : value })
        Thread.new do
          loop do
            box.eval(code)
          rescue Kobako::MemoryLimitError
            sleep(0.001)
          end
        end
        box
      end
      begin_child = lambda do |turn|
        fork do
          begin
            quick.eval("loop {}")
          rescue Kobako::TimeoutError
            box = turn.even? ? Kobako::Sandbox.new : boxes[turn % 4]
            exit!(box.eval("6 * 7") == 42)
          end
          exit!(false)
        end
      end
      end_of = lambda do |pid|
        # Minutes.
        200_000.times do
          _, status = Process.wait2(pid, Process::WNOHANG)
          return status.success? if status
          sleep(0.001)
        end
        Process.kill(:KILL, pid)
        Process.wait(pid)
        :hung
      end
      p (0...#{times}).each_slice(4).flat_map { |turns| turns.map(&begin_child).map(&end_of) }.tally
      exit!(true)
    RUBY

    expect(in_process(script)).to eq("{true=>#{times}}\n")
  end
end
