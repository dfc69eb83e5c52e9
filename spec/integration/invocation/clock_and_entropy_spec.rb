# frozen_string_literal: true

RSpec.describe "The clock and the random numbers of a guest" do
  def sandbox(**options) = Kobako::Sandbox.new(**options)

  describe "by default" do
    it "stand at the epoch" do
      code = "[Time.now.inspect, Time.now.to_f, Time.new.utc.to_s, Time.now(in: '+09:00').to_s, Time.now == Time.now]"
      expect(sandbox.eval(code)).to eq(["1970-01-01 00:00:00 +0000", 0.0, "1970-01-01 00:00:00 UTC",
                                        "1970-01-01 09:00:00 +0900", true])
    end

    it "are the same in each invocation and each sandbox" do
      code = "[rand, rand(10**30).to_s, Random.rand(6), [1, 2, 3, 4, 5, 6].shuffle, (1..9).to_a.sample, " \
             "Random.new_seed, Random.new.rand, Random.bytes(3), srand]"
      one = sandbox
      first = one.eval(code)

      expect(first[0]).to be_between(0, 1)
      expect([one.eval(code), sandbox.eval(code), sandbox(seed: nil, clock: nil).eval(code)]).to all(eq(first))
      expect(one.eval("Array.new(20) { Random.new.rand }.uniq.size")).to eq(20)
    end
  end

  describe "with a clock" do
    it "give the time that was set, to the nanosecond, whatever its zone" do
      time = Time.at(1_700_000_000, 123_456_789, :nsec, in: "+05:00")
      code = "[Time.now.to_i, Time.now.nsec, Time.now.to_s, Time.now.to_s]"

      expect(sandbox(clock: time).eval(code))
        .to eq([1_700_000_000, 123_456_789, "2023-11-14 22:13:20 +0000", "2023-11-14 22:13:20 +0000"])
    end

    it "give a time before the epoch, and the first and the last that there are" do
      [Time.at(-1, 500, :nsec), Time.at(-(1 << 63) / 1_000_000_000, 145_224_192, :nsec),
       Time.at((1 << 63) / 1_000_000_000, 854_775_807, :nsec)].each do |time|
        expect(sandbox(clock: time).eval("[Time.now.to_i, Time.now.nsec]")).to eq([time.to_i, time.nsec])
      end
    end

    it "refuse a time beyond, and what is no time", :misuse do
      seconds = (1 << 63) / 1_000_000_000
      [Time.at(seconds + 1), Time.at(-seconds - 2), 0, "now", :guest, true, Object.new].each do |clock|
        expect { sandbox(clock:) }
          .to raise_error(ArgumentError, /\Aclock is .*, expected a Time .* \(nil for the epoch\)\z/)
      end
    end

    it "give the host's time for :host, at each call" do
      before = Time.now
      first, second = sandbox(clock: :host).eval("a = Time.now; 200_000.times { }; [a.to_f, Time.now.to_f]")

      expect(first).to be_between(before.to_f - 0.001, Time.now.to_f)
      expect(second).to be > first
    end

    it "do not change with the time that was passed" do
      time = Time.at(5)
      set = sandbox(clock: time)
      time.localtime("+09:00")

      expect(set.eval("Time.now.to_s")).to eq("1970-01-01 00:00:05 +0000")
      expect(set.clock).to be_frozen.and eq(Time.at(5))
    end
  end

  describe "with a seed" do
    it "begin elsewhere for another seed, and at the same place for the same" do
      seeds = [0, 1, 2, -1, (1 << 64) - 2, 1 << 40, Random.new_seed]
      draws = seeds.map { |seed| sandbox(seed:).eval("[rand, rand(100)]") }

      expect(draws.uniq.size).to eq(7)
      expect(sandbox(seed: 2).eval("[rand, rand(100)]")).to eq(draws[2])
      expect(sandbox(seed: 0).eval("rand")).to eq(sandbox.eval("rand"))
      expect(sandbox(seed: (1 << 64) + 2).eval("rand")).to eq(draws[2][0])
    end

    it "refuse what is no Integer", :misuse do
      [1.5, "1", :host, Object.new, true].each do |seed|
        expect { sandbox(seed:) }
          .to raise_error(ArgumentError, "seed is #{seed.inspect}, expected an Integer (nil for the default)")
      end
    end

    it "leave a script its own seeds, with the sequences of CRuby" do
      expect(sandbox(seed: 5).eval("srand(42); [rand, Random.new(7).rand(1000)]"))
        .to eq([Random.new(42).rand, Random.new(7).rand(1000)])
    end
  end

  describe "in snippets" do
    it "are read anew in each invocation, and by each sandbox with the same snippets" do
      code = "NOW = Time.now.to_i; DRAW = rand; LATER = -> { [NOW, DRAW, rand] }"
      draws = [{ clock: Time.at(1), seed: 1 }, { clock: Time.at(2), seed: 2 }].map do |options|
        set = sandbox(**options)
        set.preload(name: :Draw, code:)
        Array.new(4) { set.eval("LATER.call") }
      end

      expect(draws.map(&:uniq).map(&:size)).to eq([1, 1])
      expect(draws.map { |of| of[0][0] }).to eq([1, 2])
      expect(draws[0][0][1..]).not_to eq(draws[1][0][1..])
    end

    it "are not read by snippets that do not ask, which are kept as before" do
      set = sandbox(seed: 3)
      set.preload(name: :Roll, code: "ROLL = -> { [rand, Time.now.to_i] }")
      rolls = Array.new(4) { set.eval("ROLL.call") }
      other = sandbox(seed: 4, clock: Time.at(9))
      other.preload(name: :Roll, code: "ROLL = -> { [rand, Time.now.to_i] }")

      expect(rolls.uniq.size).to eq(1)
      expect(set.instance_variable_get(:@runtime).preload).to eq(:kept)
      expect(Array.new(3) { other.eval("ROLL.call") }).to all(satisfy { |draw, now| draw != rolls[0][0] && now == 9 })
    end
  end

  it "are options of the sandbox, which make an equal one" do
    set = sandbox(clock: Time.at(7), seed: 9)

    expect(set).to have_attributes(clock: Time.at(7), seed: 9)
    expect(set.options).to eq(Kobako::SandboxOptions.new(clock: Time.at(7), seed: 9))
    code = "[Time.now.to_i, rand]"
    expect(Kobako::Sandbox.new(**set.options.to_h).eval(code)).to eq(set.eval(code))
    expect(sandbox).to have_attributes(clock: nil, seed: nil)
  end

  it "stand hostile arguments" do
    ["Random.new(1).bytes(2**40)", "Random.allocate.rand", "Random.new('x')", "Random.new(nil)",
     "Random.rand(Float::NAN)", "Random.new(1).__send__(:__seed, 5)", "Random.new(1).__send__(:__seed, ['a'])",
     "Random.new(1).dup.__limited('x')",
     "[1].shuffle(random: 5)", "[1, 2].sample(random: Object.new)", "Time.allocate.to_s", "Time.at(Float::INFINITY)",
     "Time.now.strftime('%999999999d')", "Time.now.strftime(5)", "Time.new('x')", "Time.now + 'x'", "rand(1..)",
     "Time.at(0, in: 'nowhere')", "Random.__send__(:initialize_copy, 5)",
     "r = Random.allocate; r.__int32"].each do |code|
      expect { sandbox(memory_limit: 8 << 20).eval(code) }
        .to raise_error(an_instance_of(Kobako::SandboxError).or(an_instance_of(Kobako::MemoryLimitError)))
    end
  end

  it "keep a long seed and a long sequence within the timeout" do
    hurried = sandbox(timeout: 0.3, memory_limit: 64 << 20)
    expect { hurried.eval("loop { (1..1000).to_a.shuffle }") }.to raise_error(Kobako::TimeoutError)
    expect { hurried.eval("loop { Random.new(2**100_000) }") }.to raise_error(Kobako::TimeoutError)
  end
end
