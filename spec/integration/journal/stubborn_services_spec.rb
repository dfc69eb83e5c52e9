# frozen_string_literal: true

require "support/journals"

# Services that rescue what ended their run, and call their block again.
RSpec.describe "Runs whose services go on after their end" do
  include Journals

  let(:stubborn) do
    Class.new(Journals::Shop) do
      def each(count)
        Array.new(count) do |number|
          yield number, "row #{number}"
        rescue StandardError => e
          e.class.name
        end
      end
    end
  end

  def left_by(code, **options, &)
    io = StringIO.new("".b)
    run = sandbox(stubborn.new, **options).execute(code, journal: Kobako::Journal.new.append_to(io), &)
    [run, Kobako::Journal.load(io.string)]
  end

  it "end with the timeout, and with a journal that goes on where the guest was" do
    code = "Shop.each(3) { |n, row| Shop.find(n); Shop.find(5) && loop {} if n == 1; n }"
    run, journal = left_by(code, timeout: 1)
    expect(run.error).to be_a(Kobako::TimeoutError)
    expect(journal.unknown.map(&:to_s)).to eq(["Shop.each(3)"])
    expect(journal.size).to eq(4)

    again = sandbox(stubborn.new, timeout: 1).execute(code, journal:, on_unknown: :ask)
    expect(again.error).to be_a(Kobako::TimeoutError)
    expect(again.calls.map(&:replayed?)).to eq([false, true, true, true])
  end

  it "end with the budget that was spent" do
    run, journal = left_by("Shop.each(3) { |n, row| Shop.find(n); Shop.find(n) }") { |settings| settings.max_calls = 3 }

    expect(run.error).to be_a(Kobako::CallLimitError).and have_attributes(message: /made call 4/)
    expect(journal.unknown.map(&:to_s)).to eq(["Shop.each(3)"])
  end

  it "end with the first difference from their journal" do
    code = "$n = 0; Shop.each(3) { |n, row| Shop.find($n += 1); n }"
    _, bytes = appended(code)
    journal = Kobako::Journal.load(bytes.byteslice(0, ends(bytes)[6]))
    other = Class.new(stubborn) do
      def each(_count, &) = super(3) { |number, _| yield number, "another row" }
    end
    run = sandbox(other.new).execute(code, journal:, on_unknown: :ask)

    expect(run.error).to be_a(Kobako::ReplayError).and have_attributes(recorded: /row 0/, actual: /another row/)
  end

  it "end with the object that is lost" do
    code = "a = Shop.order(1); Shop.approve(1); Shop.each(3) { |n, row| Shop.total(a) }"
    _, journal = left_by(code)
    run = sandbox(stubborn.new).execute(code, journal:, answer: 1)

    expect(run.error).to be_a(Kobako::ReplayError).and have_attributes(message: /\AShop.order\(1\) gave an object/)
    expect(journal.unknown.map(&:to_s)).to eq(["Shop.each(3)", "Shop.total(#<handle 1>)"])
  end

  it "end with the limit of their journal" do
    journal = Kobako::Journal.new(limit: 420)
    run = sandbox(stubborn.new).execute("Shop.each(9) { |n, row| Shop.find(n) }", journal:)

    expect(run.error).to be_a(Kobako::JournalError).and have_attributes(message: /its limit is 420/)
  end
end
