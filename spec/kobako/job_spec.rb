# frozen_string_literal: true

require "bigdecimal"
require "date"
require "json"
require "set"

RSpec.describe Kobako::Job do
  def job(**options) = described_class.new(code: "1", **options)
  def again(job) = described_class.from_json(job.to_json)
  def fields(**options) = JSON.parse(job(**options).to_json)
  def read(fields) = described_class.from_json(JSON.generate(fields))

  values = [nil, true, 7, -(2**53) + 1, 2**53, 2**80, 1.0, 1.5, -0.0, Float::INFINITY, "text é", "", "\xFF".b, :symbol,
            [], [[1, "a"]], {}, { "a" => [1] }, { a: 1 }, { 1 => 2 }, { "wire" => "x" }, { "a" => { "wire" => 1 } },
            Time.at(1, 5, :nsec, in: "+02:00"), Date.new(2026, 2, 3), DateTime.new(2026, 2, 3, 4, 5, 6),
            BigDecimal("1.10"), 1r / 3, Complex(1, 2), Set[1, [2]], (1..5)]

  it "comes back from JSON equal, with all that it has" do
    whole = described_class.new(entrypoint: :Import, args: [1, "a"], kwargs: { b: 2 }, filename: "import.rb", line: 3,
                                services: { "Shop::Orders" => "orders" }, snippets: { Import: "Import = 1" },
                                libraries: { "acme/vat" => "VAT = 19" }, seed: 2**70, key: "import-42",
                                limits: { timeout: 2, memory_limit: nil, max_calls: 5 }, results: :hash,
                                clock: Time.at(1_700_000_000, 123_456_789, :nsec))

    expect(again(whole)).to eq(whole).and have_attributes(
      code: nil, entrypoint: :Import, args: [1, "a"], kwargs: { b: 2 }, filename: "import.rb", line: 3,
      services: { "Shop::Orders" => "orders" }, snippets: { "Import" => "Import = 1" },
      libraries: { "acme/vat" => "VAT = 19" }, seed: 2**70, key: "import-42", results: :hash,
      limits: { timeout: 2.0, memory_limit: nil, max_calls: 5 }, clock: whole.clock, hash: whole.hash
    )
    expect(whole.clock.nsec).to eq(123_456_789)
  end

  it "has little JSON where it has little" do
    expect(job(clock: :host, key: "k").to_json)
      .to eq('{"kobako":"job","version":1,"key":"k","code":"1","clock":"host"}')
    expect(again(job(clock: :host)).clock).to eq(:host)
  end

  it "comes back equal from a store that sorts the keys of objects" do
    sort = lambda do |value|
      case value
      when Hash then value.sort.to_h.transform_values(&sort)
      when Array then value.map(&sort)
      else value
      end
    end
    made = job(services: { "Z" => "a", "A" => "b" }, limits: { timeout: 1, max_calls: 2 },
               libraries: { "z" => "", "a" => "" },
               snippets: { "Z" => "1", "A" => "Z" }, key: "k")

    expect(read(sort.call(JSON.parse(made.to_json)))).to eq(made)
    expect(again(made).snippets.keys).to eq(%w[Z A])
  end

  it "keeps code that is empty" do
    expect(again(described_class.new(code: "")).code).to eq("")
  end

  values.each do |value|
    it "gives an argument back as it was: #{value.inspect}" do
      back = again(described_class.new(entrypoint: :T, args: [value, [value]], kwargs: { v: value }))

      expect([back.args, back.kwargs]).to eq([[value, [value]], { v: value }])
      expect(back.args.first).to be_a(value.class).and eql(value)
      expect(back.args.first.encoding).to eq(value.encoding) if value.is_a?(String)
    end
  end

  it "gives NaN and the offset of a Time back" do
    nan, time = again(described_class.new(entrypoint: :T, args: [Float::NAN, Time.at(0, in: "-05:00")])).args

    expect([nan.nan?, time.utc_offset]).to eq([true, -18_000])
  end

  it "writes what every reader of JSON keeps as it is, for those who look at it" do
    args = [1, 1.5, "a", nil, [true], { "a" => 1 }]

    expect(JSON.parse(described_class.new(entrypoint: :T, args:).to_json)["args"]).to eq(args)
  end

  it "goes into JSON of others, also that of ActiveSupport" do
    expect(JSON.parse(JSON.generate([job(key: "k")])).first).to eq(fields(key: "k"))
    expect(job(key: "k").as_json).to eq(fields(key: "k"))
  end

  it "is frozen, and shares nothing with what it was made of" do
    list = ["a"]
    code = +"1"
    names = { "A" => +"a" }
    made = described_class.new(entrypoint: :T, args: [list], services: names, snippets: { "T" => code })
    list << "b"
    code << "2"
    names["A"] << "b"

    expect(made).to be_frozen.and have_attributes(args: [["a"]], services: { "A" => "a" }, snippets: { "T" => "1" })
    expect { made.args.first << "c" }.to raise_error(FrozenError)
    expect { made.services["B"] = "b" }.to raise_error(FrozenError)
  end

  it "says in short what it is" do
    expect(job(key: "k").inspect).to match(/\A#<Kobako::Job k \(eval\), \d+ bytes>\z/)
  end

  describe "that cannot be", :misuse do
    {
      "nothing to run (pass code:, or entrypoint:" => {},
      "code: and entrypoint:" => { code: "1", entrypoint: :T },
      "are for an entrypoint (pass entrypoint:" => { code: "1", args: [1] },
      "code is a Integer, expected a String" => { code: 1 },
      "code is not valid UTF-8" => { code: "\xFF" },
      "target name is \"t\", expected a constant's name" => { entrypoint: "t" },
      "args is a Hash, expected an Array" => { entrypoint: :T, args: {} },
      "argument 2 cannot be sent: a Object cannot cross" => { entrypoint: :T, args: [1, Object.new] },
      "keyword a cannot be sent: a Object cannot cross (send" => { entrypoint: :T, kwargs: { a: [Object.new] } },
      "keyword \"a\" is a String, expected a Symbol" => { entrypoint: :T, kwargs: { "a" => 1 } },
      "services is a Array" => { code: "1", services: [] },
      "path is \"shop\", expected names of constants" => { code: "1", services: { "shop" => "a" } },
      "A is bound, so nothing can be bound in it" => { code: "1", services: { "A" => "a", "A::B" => "b" } },
      "the service of A has no name: name in the catalog is 1" => { code: "1", services: { "A" => 1 } },
      "expected text of 1 to 512 bytes" => { code: "1", services: { "A" => "a" * 513 } },
      "snippet name is \"a\"" => { code: "1", snippets: { "a" => "1" } },
      "code: is a NilClass" => { code: "1", snippets: { "A" => nil } },
      "snippet A is preloaded already" => { code: "1", snippets: { "A" => "1", A: "2" } },
      "library name is \"../a\"" => { code: "1", libraries: { "../a" => "1" } },
      "limits is a Array, expected a Hash such as { timeout: 1 }" => { code: "1", limits: [] },
      "limits has :timeot, expected timeout" => { code: "1", limits: { timeot: 1 } },
      "expected timeout, memory_limit, stdout_limit" => { code: "1", limits: { zzz: 1 } },
      "timeout is -1, expected a finite number of seconds above 0" => { code: "1", limits: { timeout: -1 } },
      "max_calls is 1.5, expected an Integer from 0" => { code: "1", limits: { max_calls: 1.5 } },
      "seed is \"1\", expected an Integer" => { code: "1", seed: "1" },
      "clock is 1, expected a Time" => { code: "1", clock: 1 },
      "results is :array, expected :hash" => { code: "1", results: :array },
      "filename has 0 bytes" => { code: "1", filename: "" },
      "line is 0, expected an Integer from 1" => { code: "1", line: 0 },
      "key is a Integer, expected UTF-8 text of 1 to 512 bytes" => { code: "1", key: 1 },
      "key has 0 bytes" => { code: "1", key: "" },
      "key has 513 bytes" => { code: "1", key: "k" * 513 }
    }.each do |message, options|
      it "is refused: #{message}" do
        expect { described_class.new(**options) }.to raise_error(ArgumentError, /#{Regexp.escape(message)}/)
      end
    end

    it "is refused over the limit of its JSON, and not at it" do
      empty = described_class.new(entrypoint: :T, args: [""] * 3).to_json.bytesize
      most = described_class::MAX_BYTES - empty
      args = ["a" * (12 << 20), "b" * (12 << 20), "c" * (most - (24 << 20))]

      expect(again(described_class.new(entrypoint: :T, args:)).to_json.bytesize).to eq(described_class::MAX_BYTES)
      args.last << "c"
      expect { described_class.new(entrypoint: :T, args:) }
        .to raise_error(ArgumentError, /the job has 33554433 bytes of JSON, the limit is 33554432 \(keep large data/)
    end
  end

  describe "of hostile JSON", :misuse do
    {
      "a job is read from a NilClass, expected JSON text" => nil,
      "no JSON that can be read" => "{",
      "a job (pass what a job's to_json gave)" => "[]",
      "is not that of a job" => '{"kobako":"outcome","version":1}',
      "of version 2, this kobako reads version 1" => '{"kobako":"job","version":2,"code":"1"}',
      "of version nil" => '{"kobako":"job","code":"1"}',
      "not valid UTF-8" => "{\"kobako\":\"job\",\"version\":1,\"code\":\"\xFF\"}",
      "a number of 400 digits or more" => "{\"kobako\":\"job\",\"version\":1,\"seed\":#{"9" * 400}}",
      "is no JSON that can be read: nesting" => "#{"[" * 101}#{"]" * 101}"
    }.each do |message, json|
      it "is refused: #{message}" do
        expect { described_class.from_json(json) }.to raise_error(Kobako::JobError, /#{Regexp.escape(message)}/)
      end
    end

    {
      "the field \"cod\", which none has (code is one)" => { "cod" => "1" },
      "nothing to run" => { "code" => nil },
      "services is a NilClass" => { "services" => nil },
      "snippets of the job is a Hash, expected Array" => { "snippets" => { "A" => "1" } },
      "snippets of the job are no pairs" => { "snippets" => ["A"] },
      "libraries of the job are no pairs" => { "libraries" => [%w[a 1], %w[a 2]] },
      "snippet name is nil" => { "snippets" => [[nil, "1"]] },
      "limits has \"x\"" => { "limits" => { "x" => 1 } },
      "args of the job is a Integer, expected Array" => { "args" => 1 },
      "kwargs of the job is a Array, expected Hash" => { "kwargs" => [] },
      "argument 1 is no value that was written" => { "args" => [2**53] },
      "argument 2 is not Base64 under \"wire\"" => { "args" => [1, { "wire" => "?" }] },
      "argument 1 has a Integer under \"wire\", expected Base64" => { "args" => [{ "wire" => 1 }] },
      "argument 1 cannot be read: " => { "args" => [{ "wire" => ["\xC1".b].pack("m0") }] },
      "keyword a cannot be read: " => { "kwargs" => { "a" => { "wire" => "1gEAAAAB" } } },
      "clock of the job is \"Host\", expected" => { "clock" => "Host" },
      "clock of the job is \"2026-02-31T" => { "clock" => "2026-02-31T00:00:00.000000000Z" },
      "clock of the job is \"2026-13-31T" => { "clock" => "2026-13-31T00:00:00.000000000Z" },
      "clock is 9999-01-01 00:00:00 UTC, expected" => { "clock" => "9999-01-01T00:00:00.000000000Z" },
      "results of the job is \"exit\"" => { "results" => "exit" },
      "seed is \"7\", expected an Integer" => { "seed" => "7" },
      "filename is a Array" => { "filename" => [] },
      "target is a Array" => { "code" => nil, "entrypoint" => [] }
    }.each do |message, changes|
      it "is refused: #{message}" do
        hostile = fields.merge(changes)

        expect { read(hostile) }.to raise_error(Kobako::JobError, /#{Regexp.escape(message)}/)
      end
    end

    it "is refused over the limit" do
      json = job.to_json

      expect(described_class.from_json(json, limit: json.bytesize)).to eq(job)
      expect { described_class.from_json(json, limit: json.bytesize - 1) }
        .to raise_error(Kobako::JobError, /the job has 39 bytes, the limit is 38 \(pass a larger limit:\)/)
    end

    it "makes no object of a class that it names" do
      read = read(fields.except("code").merge("entrypoint" => "T", "args" => [{ "json_class" => "Range", "a" => [1] }]))

      expect(read.args).to eq([{ "json_class" => "Range", "a" => [1] }])
    end

    it "is a job or an error that says so, whatever of it is changed" do
      json = described_class.new(entrypoint: :T, args: [:a, 2**70, "b"], kwargs: { c: 1 }, limits: { timeout: 1 })
                            .to_json
      random = Random.new(5)
      results = Array.new(1000) do
        changed = json.dup
        random.rand(1..3).times { changed.setbyte(random.rand(changed.bytesize), random.rand(256)) }
        described_class.from_json(changed).class
      rescue Kobako::JobError => e
        e.class
      end

      expect(results.tally.keys).to contain_exactly(described_class, Kobako::JobError)
    end

    it "has long runs of digits in its texts" do
      text = "\"#{"7" * 500}"

      expect(again(described_class.new(code: text)).code).to eq(text)
    end
  end
end
