# frozen_string_literal: true

require "json"

RSpec.describe Kobako::Job::Outcome do
  # Services of all sorts of answers.
  service = Class.new do
    def find(id) = { "id" => id }
    def object = self.class.new
    def ask(*, **) = Kobako.suspend({ who: :boss })
    def fail = raise("no")
    def refuse = raise(ArgumentError, "not so")
  end

  def perform(code, journal: nil, **options, &settings)
    Kobako::Job.new(code:, services: { "Shop" => "shop" }, key: "k", **options)
               .perform(catalog: { "shop" => shop }, journal:, &settings)
  end
  define_method(:shop) { service.new }

  def again(outcome) = described_class.from_json(outcome.to_json)
  def read(fields) = described_class.from_json(JSON.generate(fields))

  let(:fields) { JSON.parse(perform("puts 1; Shop.find(1)").to_json) }

  it "has the value, output, usage and number of calls, before and after JSON" do
    outcome = perform("puts 'é'; $stderr.write(\"\\xFF\"); Shop.find(1); { a: Shop.find(2), b: 2**70 }")
    same = { key: "k", status: "ok", ok?: true, failed?: false, suspended?: false, retryable?: false,
             value: { a: { "id" => 2 }, b: 2**70 }, stdout: "é\n", stderr: "\xFF".b, usage: outcome.usage,
             stdout_truncated?: false, stderr_truncated?: false, call_count: 2, replayed_count: 0, failure: nil,
             waiting: nil, error: nil }

    expect(outcome).to have_attributes(**same, execution: have_attributes(ok?: true))
    expect(again(outcome)).to have_attributes(**same, execution: nil)
    expect(outcome.usage.service_calls).to eq(2)
    expect(again(outcome).to_json).to eq(outcome.to_json)
  end

  ["nil", '""', "[]", "{}", "false", "1.0", ":a", '{ "wire" => 1 }'].each do |code|
    it "gives the value back as it was: #{code}" do
      expect(again(perform(code)).value).to eql(perform(code).value)
    end
  end

  it "tells of output that was cut" do
    expect(again(perform("puts 'x' * 100", limits: { stdout_limit: 10 })))
      .to have_attributes(stdout: "x" * 10, stdout_truncated?: true, stderr_truncated?: false)
  end

  it "has what went wrong, as text" do
    outcome = perform("def f = 1 / 0\n\nf", filename: "import.rb")
    failure = { error: "Kobako::SandboxError", klass: "ZeroDivisionError", message: "divided by 0",
                filename: "import.rb", line: 1, backtrace: outcome.error.backtrace_lines }

    expect(outcome.failure.to_h).to eq(failure)
    expect(again(outcome).failure).to eq(outcome.failure).and have_attributes(hash: outcome.failure.hash)
    expect(outcome.failure.backtrace.size).to be >= 2
    expect(outcome.failure.to_s).to eq("Kobako::SandboxError: divided by 0 (import.rb:1)")
    expect(outcome.failure.deconstruct_keys(nil)).to eq(failure)
  end

  it "raises, for the value, what the run failed with; after JSON, an error that says the same" do
    outcome = perform("raise 'é'")

    expect { outcome.value }.to raise_error(Kobako::SandboxError, "é") { |e| expect(e).to equal(outcome.error) }
    expect { again(outcome).value }.to raise_error(Kobako::JobError, "Kobako::SandboxError: é ((eval):1)")
  end

  it "has the call that waits" do
    outcome = perform("Shop.ask(Shop.object, [1], to: :a)",
                      journal: Kobako::Journal.new(identify: ->(_) { 42 }, locate: ->(_) {}))
    reference = Kobako::Journal::Request::Reference.new(1, 42)
    call = { path: "Shop", method: "ask", arguments: [reference, [1]], keywords: { to: :a }, reason: { who: :boss } }

    expect(again(outcome).waiting.to_s).to eq(outcome.waiting.to_s)
    expect(again(outcome)).to have_attributes(suspended?: true, ok?: false, failed?: false, retryable?: false)
    expect(again(outcome).waiting.to_h).to eq(call)
    expect { again(outcome).value }.to raise_error(Kobako::JobError, /the job waits for Shop\.ask\(.*with an answer/)
  end

  it "has the call of an object that waits" do
    waiting = again(perform("Shop.object.ask", journal: Kobako::Journal.new)).waiting

    expect(waiting).to have_attributes(path: nil, method: "ask", arguments: [], keywords: {})
    expect(waiting.to_s).to eq("#<handle 1>.ask")
  end

  it "goes into JSON of others, also that of ActiveSupport" do
    expect(JSON.parse(JSON.generate([perform("1")])).first["value"]).to eq(1)
    expect(perform("1").as_json["value"]).to eq(1)
  end

  it "is not written with an object of the host as its value" do
    expect { perform("Shop.object").to_json }
      .to raise_error(Kobako::JobError, /the value of the job cannot be written: .* \(let the script end/)
  end

  describe "#retryable?" do
    def retryable(code, ...) = again(perform(code, ...)).tap { |outcome| expect(outcome).to be_failed }.retryable?

    it "is true for what time and others cause" do
      expect(retryable("loop {}", limits: { timeout: 0.05 })).to be(true)
      expect(retryable("loop {}") { |run| Thread.new { sleep(0.02) && run.cancel } }).to be(true)
      expect(retryable("Shop.fail")).to be(true)
    end

    it "is false for what the script does again each time" do
      expect(retryable("1 / 0")).to be(false)
      expect(retryable("(")).to be(false)
      expect(retryable("exit 1")).to be(false)
      expect(retryable("'x' * 9**9")).to be(false)
      expect(retryable("Shop.find(1)", limits: { max_calls: 0 })).to be(false)
      expect(retryable("Shop.nope")).to be(false)
      expect(retryable("Shop.find")).to be(false)
      expect(retryable("Shop.refuse")).to be(false)
    end

    it "is false for what a journal says again each time" do
      expect(retryable("Shop.fail", journal: Kobako::Journal.new)).to be(false)
      expect(retryable("loop {}", journal: Kobako::Journal.new, limits: { timeout: 0.05 })).to be(true)
    end

    it "says it of an error, too" do
      expect([Kobako::Error.new, Kobako::JournalError.new, IOError.new].map { |e| Kobako::Job.retryable?(e) })
        .to eq([true, false, true])
    end
  end

  describe "of hostile JSON", :misuse do
    {
      "an outcome is read from a Symbol" => :x,
      "not that of an outcome (pass what an outcome's to_json gave)" => '{"kobako":"job","version":1}',
      "the outcome is of version 9" => '{"kobako":"outcome","version":9}',
      "no JSON" => "nope"
    }.each do |message, json|
      it "is refused: #{message}" do
        expect { described_class.from_json(json) }.to raise_error(Kobako::JobError, /#{Regexp.escape(message)}/)
      end
    end

    {
      "the field \"valu\", which none has (value is one)" => { "valu" => 1 },
      "status of the outcome is \"done\", expected ok, failed, suspended" => { "status" => "done" },
      "status of the outcome is a Integer" => { "status" => 1 },
      "the outcome is failed, which does not fit" => { "status" => "failed" },
      "the outcome is ok, which does not fit" => { "failure" => { "error" => "E", "message" => "m" } },
      "the failure has no error or no message" => { "status" => "failed", "failure" => {} },
      "klass of the failure is a Integer" => { "status" => "failed", "failure" => { "klass" => 1 } },
      "backtrace of the failure is no Array" => { "failure" => { "backtrace" => "x" } },
      "backtrace of the failure is a Integer" => { "failure" => { "backtrace" => [1] } },
      "line of the outcome's failure is a String" => { "failure" => { "line" => "1" } },
      "failure of the outcome is a Array" => { "failure" => [] },
      "usage of the outcome is a Array" => { "usage" => [] },
      "wall_time of the outcome's usage is a String" => { "usage" => { "wall_time" => "1" } },
      "stdout of the outcome is a Array" => { "stdout" => [] },
      "call_count of the outcome is a Float" => { "call_count" => 1.5 },
      "retryable of the outcome is a String" => { "retryable" => "yes" },
      "value of the outcome is no value" => { "value" => 2**60 },
      "waits for what is no call" => { "waiting" => { "target" => "A" } },
      "arguments of the outcome's waiting is a Integer" => { "waiting" => { "arguments" => 1 } },
      "a part of the call cannot be read" => { "waiting" => { "arguments" => [{ "wire" => "" }] } },
      "the call is of a Integer" => { "waiting" => { "target" => 1, "method" => "x" } },
      "method of the outcome's waiting is a Integer" => { "waiting" => { "target" => "A", "method" => 1 } },
      "objects of the call are no pairs" => { "waiting" => { "objects" => [["a", 1]] } },
      "no pairs of a number and a key" => { "waiting" => { "objects" => [1] } }
    }.each do |message, changes|
      it "is refused: #{message}" do
        expect { read(fields.merge(changes)) }.to raise_error(Kobako::JobError, /#{Regexp.escape(message)}/)
      end
    end

    it "is refused over the limit" do
      json = JSON.generate(fields)

      expect(described_class.from_json(json, limit: json.bytesize)).to be_ok
      expect { described_class.from_json(json, limit: json.bytesize - 1) }
        .to raise_error(Kobako::JobError, /the outcome has \d+ bytes, the limit is \d+ \(pass a larger limit:\)/)
    end

    it "is an outcome or an error that says so, whatever of it is changed" do
      json = perform("Shop.ask(Shop.object, :a)", journal: Kobako::Journal.new).to_json
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
  end
end
