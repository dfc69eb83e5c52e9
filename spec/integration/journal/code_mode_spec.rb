# frozen_string_literal: true

require "kobako/code_mode"
require "support/journals"

# Random programs of calls, blocks, faults and retries, written in pieces.
RSpec.describe "Sessions of a model", :volume do
  count = Integer(ENV.fetch("KOBAKO_JOURNAL_PROGRAMS", "40"))

  pieces = Class.new(Journals::Program) do
    def pieces = Array.new(4) { "$log ||= []\n#{statements(2)}" } << "puts $log.size\n[$log, rand(1000)]\n"
  end

  def mode(shop, approve = {}, **options)
    Kobako::CodeMode.new(approve:, max_calls: 1000, clock: nil, **options) do |sandbox|
      sandbox.bind("Shop", shop, only: Journals::METHODS, replay: :again)
    end
  end

  # What all pieces gave, and what was asked for it.
  def whole(pieces, seed)
    shop = Journals::Shop.new
    run = Kobako::Sandbox.new(seed:).bind("Shop", shop, only: Journals::METHODS).execute(pieces.join)
    [run.value, run.stdout, shop.asked]
  end

  it "give what one run of all pieces gives, and call services as that does" do
    (1..count).each do |seed|
      code = pieces.new(Random.new(seed)).pieces
      shop = Journals::Shop.new
      session = mode(shop, seed:).session
      answers = code.map { |piece| session.call(piece) }

      expect([answers.last.value, answers.map(&:stdout).join, shop.asked]).to eq(whole(code, seed)), code.join
    end
  end

  it "give the same where each piece is run in a process of its own" do
    (1..count).each do |seed|
      code = pieces.new(Random.new(seed)).pieces
      asked = []
      bytes = nil
      answers = code.map do |piece|
        shop = Journals::Shop.new
        session = mode(shop, seed:).session(bytes)
        answer = session.call(piece)
        asked.concat(shop.asked)
        bytes = session.dump
        answer
      end

      expect([answers.last.value, answers.map(&:stdout).join, asked]).to eq(whole(code, seed)), code.join
    end
  end

  it "give the same where calls wait for an approval" do
    (1..(count / 4)).each do |seed|
      code = pieces.new(Random.new(seed)).pieces
      session = mode(Journals::Shop.new, { "Shop.find" => :ask }, seed:).session
      answers = code.map do |piece|
        answer = session.call(piece)
        answer = session.approve while answer.suspended?
        answer
      end

      expect([answers.last.value, answers.map(&:stdout).join]).to eq(whole(code, seed).first(2)), code.join
    end
  end
end
