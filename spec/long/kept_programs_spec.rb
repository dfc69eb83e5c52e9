# frozen_string_literal: true

require "support/processes"

RSpec.describe "A program that is run again and again" do
  include Processes

  it "makes room for others: at most 512 programs and 8 MiB are kept" do
    grown, count = in_process(<<~RUBY).split.map { |number| Integer(number) }
      box = Kobako::Sandbox.new
      repeat = ->(range, lines) { range.each { |i| 8.times { box.eval(i.to_s + "\nputs 1" * lines) } } }
      repeat[0..20, 1_000]
      before = resident
      repeat[21..200, 1_000]
      repeat[201..900, 100]
      print resident - before, " ", box.instance_variable_get(:@runtime).programs
    RUBY

    expect(count).to be_between(200, 512)
    expect(grown).to be < 12 << 20
  end
end
