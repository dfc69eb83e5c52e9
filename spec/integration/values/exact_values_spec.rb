# frozen_string_literal: true

require_relative "../../support/exact_values"

RSpec.describe "Values that cross exactly", :volume do
  let(:values) { ExactValues::EXTREMES + Array.new(300) { ExactValues.random(rng) } }
  let(:rng) { Random.new(20_261_129) }
  # Gets values, and yields those that it was given.
  let(:echo) do
    Class.new do
      attr_reader :got

      def initialize(values) = @values = values
      def back(value) = value
      def each = @got = @values.map { |value| yield(value).itself }
    end.new(values)
  end
  let(:sandbox) do
    sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20)
    sandbox.define(:Host).bind(:Echo, echo)
    sandbox.preload(code: "Same = ->(value) { value }; Through = ->(value) { Host::Echo.back(value) }", name: :Paths)
  end

  it "come back the same from a run" do
    expect(values.reject { |value| ExactValues.same?(sandbox.run(:Same, value), value) }).to eq([])
  end

  it "come back the same by a service, as its argument and as its result" do
    expect(values.reject { |value| ExactValues.same?(sandbox.run(:Through, value), value) }).to eq([])
  end

  it "come back the same from a block, as what is yielded and as its value" do
    sandbox.eval("Host::Echo.each { |value| value }")

    expect(echo.got.zip(values).reject { |got, value| ExactValues.same?(got, value) }).to eq([])
  end

  it "are of the guest's own classes, whatever it required" do
    classes = "Host::Echo.each { |value| value.class.name }"
    sandbox.eval(classes)

    expect(echo.got).to eq(values.map { |value| value.class.name })
  end

  it "are what they are in the guest, without a require" do
    expect(sandbox.run(:Same, [BigDecimal("1.10")])).to eq([BigDecimal("1.1")])
    expect(Kobako::Sandbox.new.preload(code: "Sum = ->(a, b) { (a + b).to_s }", name: :S)
      .run(:Sum, BigDecimal("0.1"), BigDecimal("0.2"))).to eq("0.3e0")
  end

  it "cross from a script that required what makes them" do
    ['require "bigdecimal"; BigDecimal("0.1") + BigDecimal("0.2")',
     'require "date"; [Date.new(2001, 2, 3), DateTime.new(2001, 2, 3, 4, 5, 6, "+9")]',
     'require "set"; [Time.utc(2001), Time.new(2001, 1, 1, 0, 0, 0, "+09:00"), 2**100, 1/3r, 2i, (1..), Set[1]]']
      .each { |code| expect(sandbox.eval(code)).to eq(eval(code)) } # rubocop:disable Security/Eval
  end

  # What a script does with values, and CRuby with the same ones.
  {
    integer: "->(n) { [n + 1, -n, n * 3, n / 7, n % 97, n >> 5, n.bit_length, n.to_s, n == n + 0, n <=> 5] }",
    time: "->(t) { [t + 1, t - 86_400, t.year, t.month, t.day, t.yday, t.hour, t.sec, t.nsec, t.utc_offset, t.utc?, " \
          "t.getutc, t.strftime('%F %T.%N %z'), t - Time.at(0) > 0, t.to_r, t == t + 0, t.wday] }",
    date: "->(d) { [d + 30, d - 1, d >> 1, d.year, d.month, d.day, d.yday, d.cweek, d.jd, d.to_s, d.leap?, d.start, " \
          "d - Date.jd(5), d.wday, d.julian?, d.next_year, d.ajd] }",
    date_time: "->(d) { [d + 1, d.hour, d.minute, d.second, d.sec_fraction, d.offset, d.to_s, d.new_offset(0), " \
               "d.to_date, d.ajd, d.day_fraction, d.jd] }",
    rational: "->(r) { [r + 1, r * r, r / 3, -r, r.floor, r.round, r.numerator, r.denominator, r.to_s, r**2] }",
    complex: "->(c) { [c + 1, c - 2, -c, c.conjugate, c.real, c.imaginary] }",
    decimal: "->(b) { b.finite? ? [b + 1, b * b, -b, b.to_s, b.exponent, b.sign, b.precision, b > 1, b.zero?] : " \
             "[b.nan?, b.infinite?, b.sign, b.to_s] }"
  }.each do |kind, source|
    it "calculates with a #{kind} as CRuby does" do
      given = Array.new(60) { ExactValues.public_send(kind, rng) }
      calculate = eval(source) # rubocop:disable Security/Eval
      sandbox.preload(code: "Calculate = #{source}", name: :Calculate)
      others = given.flat_map do |value|
        pairs = sandbox.run(:Calculate, value).zip(calculate.call(value))
        pairs.reject { |ours, theirs| ExactValues.same?(ours, theirs) }.map { |pair| [value, *pair] }
      end

      expect(others).to eq([])
    end
  end

  it "are as frozen as Ruby makes them" do
    frozen = [1/3r, 1i, BigDecimal("1"), 1..2]
    free = [Time.now, Date.new(2001), Set[1]]

    expect(sandbox.run(:Same, frozen).map(&:frozen?)).to all(be(true))
    expect(sandbox.run(:Same, free).map(&:frozen?)).to all(be(false))
  end

  it "cuts off what is finer than a nanosecond" do
    expect(sandbox.run(:Same, Time.at(0, 3/2r, :nsec)).subsec).to eq(Rational(1, 1_000_000_000))
    expect(sandbox.run(:Same, DateTime.new(2001, 1, 1, 0, 0, 1/3r)).sec_fraction)
      .to eq(Rational(333_333_333, 1_000_000_000))
    expect(sandbox.eval("Time.at(Rational(1, 3))").subsec).to eq(Rational(333_333_333, 1_000_000_000))
  end

  describe "beyond their limits" do
    it "refuses an Integer of more than 1 MiB, in both directions" do
      expect { sandbox.run(:Same, 1 << (8 << 20)) }
        .to raise_error(ArgumentError, /Integer of 1048577 bytes, the limit is 1048576/)
      expect { sandbox.eval("1 << (8 << 20)") }
        .to raise_error(Kobako::SandboxError, /Integer of 1048577 bytes, the limit is 1048576/)
      expect(sandbox.eval("(1 << (8 << 20)) - 1")).to eq((1 << (8 << 20)) - 1)
    end

    it "refuses a BigDecimal that is longer than 1,048,576 digits when it is written out" do
      expect { sandbox.run(:Same, BigDecimal("1e1048576")) }
        .to raise_error(ArgumentError, /BigDecimal of 1048577 digits/)
      expect { sandbox.eval('require "bigdecimal"; BigDecimal("1e1000000000")') }
        .to raise_error(Kobako::SandboxError, /BigDecimal of 1000000001 digits/)
    end

    it "refuses a Rational of parts of more than 4 KiB" do
      long = Rational(1, (1 << (8 * 4096)) - 1)

      expect(sandbox.run(:Same, long)).to eq(long)
      expect { sandbox.run(:Same, Rational(1, 1 << (8 * 4096))) }.to raise_error(ArgumentError, /4097 bytes/)
      expect { sandbox.eval("Rational(1, 1 << (8 * 4096))") }.to raise_error(Kobako::SandboxError, /4097 bytes/)
    end

    it "refuses times and dates beyond 64 bits, and offsets that are no seconds" do
      expect { sandbox.run(:Same, Time.at(2**63)) }.to raise_error(ArgumentError, /beyond 64 bits of seconds/)
      expect { sandbox.run(:Same, Date.jd(2**63)) }.to raise_error(ArgumentError, /beyond 64 bits of days/)
      expect { sandbox.run(:Same, Time.at(0, in: 3/2r)) }.to raise_error(ArgumentError, /no whole number of seconds/)
      expect { sandbox.eval("Time.at(2**63)") }.to raise_error(Kobako::SandboxError, /beyond 64 bits/)
      expect { sandbox.eval("Time.at(0, in: 3/2r)") }.to raise_error(Kobako::SandboxError, /no whole number of seconds/)
    end
  end

  describe "of classes that are not Ruby's own" do
    it "are objects: of a subclass, or with a singleton class" do
      mine = [Class.new(Time).now, Class.new(Set)[1], Class.new(Date).new, Time.now.tap { |time| def time.x = 1 }]

      expect(mine.map { |value| sandbox.run(:Same, value) }).to match(mine.map { |value| equal(value) })
    end

    it "takes no class for Ruby's that an application calls Date or BigDecimal" do
      script = <<~RUBY
        require "kobako"
        class Date; def initialize = @jd = 5; end
        class BigDecimal; def _dump(*) = "9:0.1e1"; end
        sandbox = Kobako::Sandbox.new.preload(code: "Same = ->(value) { value.class.name }", name: :Same)
        print [Date.new, BigDecimal.new].map { |value| sandbox.run(:Same, value) }.inspect
      RUBY
      lib = File.expand_path("../../../lib", __dir__)

      expect(IO.popen([RbConfig.ruby, "--disable-gems", "-I#{lib}", "-e", script], &:read))
        .to eq('["Kobako::Handle", "Kobako::Handle"]')
    end

    it "calls no method that an application put in the place of Ruby's" do
      script = <<~RUBY
        require "kobako"
        require "date"
        require "bigdecimal"
        sandbox = Kobako::Sandbox.new.preload(code: "Same = ->(value) { value }", name: :Same)
        values = [Time.at(0, in: "+09:00"), Time.at(0).utc, Date.new(2001), DateTime.new(2001), BigDecimal("1.5"),
                  Set[1], 1..2, 1/3r, 2i]
        ours = values.to_h { |value| [value, true] }.compare_by_identity
        called = []
        values.map(&:class).uniq.each do |klass|
          hook = Module.new do
            (klass.instance_methods(false) - %i[== eql? hash]).each do |name|
              define_method(name) do |*given, &block|
                called << name if ours[self]
                super(*given, &block)
              end
            end
          end
          klass.prepend(hook)
        end
        got = sandbox.run(:Same, values)
        seen = called.uniq
        print [got == values, got.zip(values).none? { |one, two| one.equal?(two) }, seen].inspect
      RUBY
      lib = File.expand_path("../../../lib", __dir__)

      expect(IO.popen([RbConfig.ruby, "-W0", "-I#{lib}", "-e", script], &:read)).to eq("[true, true, []]")
    end

    it "are refused in the guest, where a script made them" do
      expect { sandbox.eval("Class.new(Time).now") }.to raise_error(Kobako::SandboxError, /cannot leave the sandbox/)
      expect { sandbox.eval("class Mine < Set; end; Mine[1]") }
        .to raise_error(Kobako::SandboxError, /Mine cannot leave/)
    end
  end

  {
    "a Time without seconds" => "t = Time.now; t.instance_variable_set(:@seconds, 'x'); t",
    "a Time of less than no nanoseconds" => "t = Time.now; t.instance_variable_set(:@sub, -5); t",
    "a Time of a second of nanoseconds" => "t = Time.now; t.instance_variable_set(:@sub, 10**18); t",
    "a Time with an offset of a day" => "t = Time.now; t.instance_variable_set(:@offset, 86_400); t",
    "a Date without a day" => "require 'date'; d = Date.new; d.instance_variable_set(:@jd, nil); d",
    "a Date beyond 64 bits" => "require 'date'; d = Date.new; d.instance_variable_set(:@jd, 2**80); d",
    "a Date of another calendar" => "require 'date'; d = Date.new; d.instance_variable_set(:@start, 0.0 / 0); d",
    "a Date at no time of its day" => "require 'date'; d = Date.new; d.instance_variable_set(:@second, -1); d",
    "a Rational over 0" => "Rational.__new(2, 0)",
    "a Rational over less than 0" => "Rational.__new(2, -4)",
    "a Rational of texts" => "Rational.__new('2', '4')",
    "a Complex of a text" => "Complex.__new(1, 'x')",
    "a Complex in a Complex" => "Complex.__new(1i, 1)",
    "a BigDecimal with a zero behind it" => "b = BigDecimal('1'); b.instance_variable_set(:@n, 10); b",
    "a BigDecimal of a text" => "b = BigDecimal('1'); b.instance_variable_set(:@n, '1'); b",
    "a BigDecimal with a far exponent" => "b = BigDecimal('1'); b.instance_variable_set(:@e, 2**40); b",
    "a Set without members" => "s = Set[1]; s.instance_variable_set(:@hash, 5); s",
    "a Set in itself" => "s = Set[1]; s << s; s",
    "a Range without ends" => "Range.allocate",
    "a Data without members" => "Data.define(:x).allocate"
  }.each do |what, code|
    it "refuses #{what}, which a script made, as a result and as an argument" do
      expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, /cannot leave the sandbox/)
      expect(sandbox.eval("v = (#{code}); begin; Host::Echo.back(v); rescue TypeError => e; e.message; end"))
        .to match(/cannot leave the sandbox/)
    end
  end

  it "brings a Rational to lowest terms that a script left otherwise" do
    expect(sandbox.eval("Host::Echo.back(Rational.__new(2, -4 + 8))")).to eql(Rational(1, 2))
  end

  it "loads Date and BigDecimal on the host when one arrives, and not before" do
    script = <<~RUBY
      require "kobako"
      sandbox = Kobako::Sandbox.new
      sandbox.eval("Time.now")
      before = [defined?(Date), defined?(BigDecimal)].inspect
      value = sandbox.eval('require "bigdecimal"; BigDecimal("1.5")')
      print before, value.class, value.to_s
    RUBY
    lib = File.expand_path("../../../lib", __dir__)

    expect(IO.popen([RbConfig.ruby, "--disable-gems", "-I#{lib}", "-e", script], &:read))
      .to eq("[nil, nil]BigDecimal0.15e1")
  end

  it "makes a Set that is written in C by its own methods" do
    built = Kobako::Codec::Natives::Built

    expect(built.bind_call(Set.allocate, { 1 => true, [2] => true })).to eq(Set[1, [2]])
    expect(built.bind_call(Set.allocate, { "a" => true }.compare_by_identity)).to be_compare_by_identity
  end

  it "says which gem is missing where there is no BigDecimal" do
    allow(Kobako::Codec::Natives).to receive(:require).and_raise(LoadError)

    expect { Kobako::Codec::Natives.load(:BigDecimal) }
      .to raise_error(Kobako::Transport::RefusedValue, /no bigdecimal \(add the gem bigdecimal/)
  end

  describe "Ranges and Sets" do
    it "hold what crosses; a Range of objects is an object" do
      object = Struct.new(:n) { def <=>(other) = n <=> other.n }
      range = object.new(1)..object.new(2)

      expect(sandbox.run(:Same, range)).to equal(range)
      expect(sandbox.run(:Same, Set[object, 1].subtract([object]))).to eq(Set[1])
    end

    it "gives back the very objects of a Set" do
      object = Object.new
      back = sandbox.run(:Through, Set[object, 1])

      expect(back).to eq(Set[object, 1])
    end

    it "runs no code of an object for a Range that a script makes of handles" do
      compared = []
      object = Class.new { define_method(:<=>) { |other| compared << other and 0 } }.new
      sandbox.preload(code: "class Mad; def <=>(_) = 0; end; Between = ->(o) { Host::Echo.back(o..o) }", name: :B)

      expect { sandbox.run(:Between, object) }.to raise_error(Kobako::ServiceError, /ends with an object of the host/)
      expect(compared).to eq([])
    end

    it "refuses what nests deeper than 128 levels" do
      nest = ->(levels) { levels.times.reduce(Set[]) { |inner, _| Set[inner] } }

      expect(sandbox.run(:Same, nest.call(125))).to eq(nest.call(125))
      expect { sandbox.run(:Same, nest.call(126)) }.to raise_error(ArgumentError, /nested deeper than 128 levels/)
    end
  end
end
