# frozen_string_literal: true

require "kobako/mcp"

RSpec.describe Kobako::MCP::Calls do
  sandbox = Kobako::Sandbox.new(timeout: nil)

  def ended(queue) = queue.pop

  it "cancels a call that has not begun to run when it does" do
    calls = described_class.new(1)
    begin_now = Queue.new
    errors = Queue.new
    responses = Queue.new
    work = lambda do |call|
      begin_now.pop
      errors << sandbox.execute("loop {}") { |run| call.begin(run) }.error
      :response
    end
    calls.start(1, work) { |response| responses << response }
    calls.cancel(1)
    begin_now << true

    expect(ended(errors)).to be_a(Kobako::CancelledError)
    expect(ended(responses)).to be_nil
  end

  it "counts a cancelled call until it has ended, and frees its id at once" do
    calls = described_class.new(1)
    go_on = Queue.new
    ended = Queue.new
    calls.start(1, ->(_) { go_on.pop }) { |response| ended << response }
    calls.cancel(1)

    expect([calls.include?(1), calls.full?]).to eq([false, true])
    go_on << :response
    ended.pop
    Thread.pass while calls.full?
    expect(calls).not_to be_full
  end

  it "cancels all that run at the end, and hands on no response" do
    calls = described_class.new(2)
    begun = Queue.new
    errors = Queue.new
    responses = Queue.new
    work = lambda do |call|
      errors << sandbox.execute("loop {}") { |run| call.begin(run).then { begun << true } }.error
      :response
    end
    2.times { |id| calls.start(id, work) { |response| responses << response } }
    2.times { begun.pop }
    calls.finish(60)

    expect(Array.new(2) { errors.pop }).to all(be_a(Kobako::CancelledError))
    expect(Array.new(2) { responses.pop }).to all(be_nil)
  end

  it "does not cancel a later call of the same id" do
    calls = described_class.new(2)
    go_on = Array.new(2) { Queue.new }
    ended = Queue.new
    go_on.each { |queue| calls.start(1, ->(_) { queue.pop }) { |response| ended << response } && calls.cancel(:other) }
    go_on.first << :first

    expect(ended.pop).to be_nil
    go_on.last << :second
    expect(ended.pop).to eq(:second)
  end
end
