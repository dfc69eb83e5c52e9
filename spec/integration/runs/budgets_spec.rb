# frozen_string_literal: true

require "support/journals"

RSpec.describe "Budgets of calls" do
  include Journals

  let(:shop) { Journals::Shop.new }

  def run_of(count, limit)
    sandbox(shop).execute("#{count}.times { |n| Shop.find(n) }; 'done'") { |run| run.max_calls = limit }
  end

  it "let a run make as many calls as max_calls says, and end it at one more" do
    expect(run_of(2, 3).value).to eq("done")
    expect(run_of(3, 3).value).to eq("done")
    shop.asked.clear
    error = run_of(4, 3).error
    expect(error).to be_a(Kobako::CallLimitError).and have_attributes(message: /made call 4, max_calls of the run is 3/)
    expect(shop.asked.size).to eq(3)
    expect(run_of(1, nil).value).to eq("done")
    expect(run_of(1, 0).error).to be_a(Kobako::CallLimitError)
  end

  it "cannot be rescued by the script" do
    code = "begin; 2.times { Shop.find(1) }; rescue Exception; 'kept'; end"
    run = sandbox(shop).execute(code) { |settings| settings.max_calls = 1 }

    expect(run.error).to be_a(Kobako::CallLimitError)
  end

  it "end a run whose service rescues" do
    guard = Class.new do
      def careful
        yield
      rescue StandardError
        "kept"
      end
    end.new
    box = sandbox(shop).bind("Guard", guard, only: [:careful])
    run = box.execute("Guard.careful { Shop.find(1) }") { |settings| settings.max_calls = 1 }

    expect(run.error).to be_a(Kobako::CallLimitError)
  end

  it "are a service's own, and count from none in each run" do
    box = Kobako::Sandbox.new.bind("Mail", ->(to) { to }, max_calls: 2).bind("Shop", shop, only: [:find])
    code = ->(count) { "Shop.find(1); Shop.find(2); Shop.find(3); Array.new(#{count}) { |n| Mail.call(n) }" }

    2.times { expect(box.eval(code.call(2))).to eq([0, 1]) }
    expect { box.eval(code.call(3)) }
      .to raise_error(Kobako::CallLimitError, /made call 3 of Mail, its max_calls is 2.*max_calls:/)
    expect(box.eval(code.call(1))).to eq([0])
  end

  it "count calls by a handle of a service, too" do
    this = shop
    box = Kobako::Sandbox.new.bind("Shop", shop, only: [:find], max_calls: 1).bind("Own", -> { this })

    expect(box.execute("Shop.find(1); Own.call.find(2)").error).to be_a(Kobako::CallLimitError)
  end

  it "are a service's of one run, and of a namespace" do
    box = Kobako::Sandbox.new.bind("Req")
    box.define(:Ns).bind(:Mail, -> { 1 }, max_calls: 1)
    run = box.execute("2.times { Req.call }") { |settings| settings.bind("Req", -> { 1 }, max_calls: 1) }

    expect(run.error).to be_a(Kobako::CallLimitError)
    expect(box.execute("2.times { Ns::Mail.call }").error).to be_a(Kobako::CallLimitError)
  end

  it "count replayed calls as the others" do
    journal = Kobako::Journal.new
    code = "Shop.find(1); Shop.approve(1); Shop.find(2)"
    sandbox(shop).execute(code, journal:) { |run| run.max_calls = 2 }
    run = sandbox(shop).execute(code, journal:, answer: 1) { |settings| settings.max_calls = 2 }

    expect(run.error).to be_a(Kobako::CallLimitError)
  end

  it "are told to those who subscribe" do
    outcomes = []
    subscription = Kobako.subscribe { |event| outcomes << event.outcome }
    run_of(2, 1)

    expect(outcomes).to eq([:call_limit])
  ensure
    Kobako.unsubscribe(subscription)
  end

  it "take numbers from 0", :misuse do
    expect { Kobako::Sandbox.new.bind("A", -> {}, max_calls: -1) }.to raise_error(ArgumentError, /max_calls is -1/)
    expect { Kobako::Sandbox.new.bind("A", 7, max_calls: 1) }.to raise_error(ArgumentError, /A is data.*max_calls:/)
    expect { Kobako::Sandbox.new.bind("A", -> {}, replay: :no) }.to raise_error(ArgumentError, /replay is :no/)
    expect { sandbox.execute("1") { |run| run.max_calls = "3" } }.to raise_error(ArgumentError, /max_calls is "3"/)
  end
end

RSpec.describe Kobako::Call do
  include Journals

  it "is kept of a run that records its calls, with sizes, time and outcome" do
    code = "Shop.find(1); begin; Shop.fail('no'); rescue; end; Shop.each(1) { Shop.find(22)[%q(total)] }"
    run = sandbox.execute(code, &:record_calls)
    calls = run.calls

    expect(calls.map { |call| [call.path, call.method, call.outcome] })
      .to eq([%w[Shop find] + [:value], %w[Shop fail] + [:fault], %w[Shop each] + [:value], %w[Shop find] + [:value]])
    expect(calls).to all(have_attributes(replayed?: false, duration: be > 0, bytes_received: be > 10))
    expect(calls.sum(&:bytes_received)).to be <= run.usage.bytes_received
    expect(calls[2].duration).to be >= calls[3].duration
  end

  it "tells where in the run it began, and in how many blocks of others" do
    run = sandbox.execute("Shop.each(1) { Shop.each(1) { Shop.find(1); 1 } }; Shop.find(2)", &:record_calls)
    calls = run.calls

    expect(calls.map(&:depth)).to eq([0, 1, 2, 0])
    expect(calls.map(&:start)).to eq(calls.map(&:start).sort)
    expect(calls.first.start).to be > 0
    expect(calls.map { |call| call.start + call.duration }).to all(be < run.usage.wall_time)
    expect(calls.last.to_h).to include(depth: 0, start: calls.last.start)
  end

  it "has no answer when the run ended in its midst" do
    service = -> { raise Interrupt }
    execution = nil
    begin
      Kobako::Sandbox.new.bind("Stop", service).execute("Stop.call") { |run| execution = run.record_calls }
    rescue Interrupt
      nil
    end

    expect(execution.calls.map(&:outcome)).to eq([:none])
  end

  it "keeps of long names the beginning alone" do
    run = sandbox.execute("Shop.__send__('m' * 10_000) rescue 1", &:record_calls)

    expect(run.calls.map { |call| call.method.length }).to eq([81])
  end

  it "names an object of which the script holds a handle by that" do
    run = sandbox.expose(Journals::Order, only: [:name]).execute("Shop.order(1).name", &:record_calls)

    expect(run.calls.last).to have_attributes(path: nil, handle: 1, method: "name")
  end

  it "is not kept of other runs" do
    expect(sandbox.execute("Shop.find(1)").calls).to eq([])
  end
end
