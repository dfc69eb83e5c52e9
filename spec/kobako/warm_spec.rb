# frozen_string_literal: true

require "support/processes"

RSpec.describe "Kobako.warm" do
  include Processes

  it "makes the guest, so that a forked process has it" do
    script = <<~RUBY
      p Kobako.stats[:guests], Kobako.warm, Kobako.stats[:guests]
      $stdout.flush
      Process.wait(fork { p Kobako.stats[:guests], Kobako::Sandbox.new.eval("1 + 2"), Kobako.stats[:guests] })
    RUBY

    expect(in_process(script).split).to eq(%w[0 nil 1 1 3 1])
  end

  it "is no run that anybody hears of" do
    heard = []
    subscription = Kobako.subscribe { |event| heard << event }
    Kobako.warm

    expect(heard).to eq([])
  ensure
    Kobako.unsubscribe(subscription)
  end

  it "can be asked for again" do
    expect(Array.new(2) { Kobako.warm }).to eq([nil, nil])
    expect(Kobako.stats[:slots_in_use]).to eq(0)
  end
end
