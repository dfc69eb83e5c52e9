# frozen_string_literal: true

RSpec.describe "Events of runs" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 60) }
  let(:events) { [] }

  def subscribed
    subscription = Kobako.subscribe { |event| events << event }
    yield
  ensure
    Kobako.unsubscribe(subscription)
  end

  it "come once a run, while somebody is subscribed" do
    subscribed { sandbox.eval("1") { |run| run.name = "price" } }
    sandbox.eval("2")

    expect(events.map { |event| [event.name, event.outcome, event.usage.service_calls] }).to eq([["price", :value, 0]])
    expect(events.first).to have_attributes(execution: be_ok, ended: be >= events.first.started)
    expect(events.first.to_h).to include(name: "price", outcome: :value, error: nil, wall_time: be_positive)
  end

  it "say how a run ended" do
    run = nil
    sandbox.define(:Host).bind(:Fail, -> { raise "no" }).bind(:Throw, -> { throw :done })
           .bind(:Cancel, -> { run.cancel })
    subscribed do
      sandbox.execute("raise 'x'")
      sandbox.execute("Host::Fail.call")
      sandbox.execute("loop {}") { |settings| settings.timeout = 0.05 }
      sandbox.execute("a = []; loop { a << 'x' * 10_000 }")
      sandbox.execute("Host::Cancel.call") { |settings| run = settings }
      catch(:done) { sandbox.execute("Host::Throw.call") }
    end

    expect(events.map(&:outcome)).to eq(%i[error service_error timeout memory_limit cancelled interrupted])
  end

  it "of a subscriber that raises change nothing for the run, and are told of to the others" do
    bad = Kobako.subscribe { raise "bad" }
    run = -> { expect(sandbox.eval("7")).to eq(7) }
    subscribed { expect(&run).to output(/a subscriber raised RuntimeError: bad/).to_stderr }

    expect(events.size).to eq(1)
  ensure
    Kobako.unsubscribe(bad)
  end

  %i[eval execute].each do |way|
    it "leave a throw of a service, and the end of a thread, as they are when a subscriber rescues: #{way}" do
      sandbox.bind("Throw", -> { throw :done, 7 }).bind("Kill", -> { Thread.current.kill && sleep })
      rescuing = Kobako.subscribe { Integer("no number") rescue events << :rescued } # rubocop:disable Style/RescueModifier

      expect(catch(:done) { sandbox.public_send(way, "Throw.call") }).to eq(7)
      expect(Thread.new { sandbox.public_send(way, "Kill.call") }.join.value).to be_nil
      expect(events).to eq(%i[rescued rescued])
    ensure
      Kobako.unsubscribe(rescuing)
    end
  end

  it "take a block", :misuse do
    expect { Kobako.subscribe }.to raise_error(ArgumentError)
    expect(Kobako.unsubscribe(-> {})).to be(false)
  end
end
