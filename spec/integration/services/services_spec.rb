# frozen_string_literal: true

RSpec.describe "Services", :gc_stress do
  let(:store) do
    Class.new do
      def find(id, limit: 1) = [id, limit]
      def positional(options) = options
      def all(*ids, **options) = [ids, options]
      def boom = raise(KeyError, "no such key")
      def wrong_within = Integer("x")
      def quit = exit(3)
      def leave = throw(:done, 7)
      def stop = raise(Interrupt)
      def cyclic = [].tap { |list| list << list }
      def same(object) = object
      def large = "x" * (16 << 20)
      def deep = 130.times.inject([]) { |inner, _| [inner] }
      def not_implemented = raise(NotImplementedError, "later")
      def anonymous = raise(Class.new(ArgumentError), "quietly")
      def long = raise("x" * (2 << 20))
      def broken_text = raise("\xff".b)
      def typo = nothing_of_that_name
    end.new
  end
  let(:sandbox) do
    Kobako::Sandbox.new(memory_limit: 64 << 20).tap do |sandbox|
      sandbox.define(:KV).bind(:Lookup, ->(key) { { "k" => 1 }[key] }).bind(:Strict, ->(key) { key })
             .bind(:Loose, proc { |a, b| [a, b] })
      sandbox.define(:Store).bind(:Db, store)
    end
  end

  it "answer a call with positional arguments" do
    expect(sandbox.eval("KV::Lookup.call('k')")).to eq(1)
    expect(sandbox.eval("KV::Lookup['k']")).to eq(1)
    expect(sandbox.eval("KV::Loose.call(1)")).to eq([1, nil])
  end

  it "answer a call with keyword arguments" do
    expect(sandbox.eval("Store::Db.find(1, limit: 2)")).to eq([1, 2])
    expect(sandbox.eval("Store::Db.all(1, 2, a: 3)")).to eq([[1, 2], { a: 3 }])
    expect(sandbox.eval("Store::Db.all")).to eq([[], {}])
  end

  it "have names of any length" do
    names = %w[A Ab Abc Abcd Abcde Abcdef]
    methods = %i[f go one find total all_of]
    service = Class.new do
      methods.each { |name| define_method(name) { |*given, **options| [name, given, options] } }
    end.new
    short = Kobako::Sandbox.new
    names.each { |name| short.bind(name, service, only: methods) }
    calls = names.product(methods)

    expect(short.eval("[#{calls.map { |name, method| "#{name}.#{method}(:x, y: :z)" }.join(", ")}]"))
      .to eq(calls.map { |_, method| [method, [:x], { y: :z }] })
  end

  [nil, true, false, 0, -(2**63), (2**64) - 1, 1.5, Float::INFINITY, "é", "\xff".b, :sym, [], [1, [2]], {},
   { "a" => { b: [nil] } }].each do |value|
    it "take and give #{value.inspect}" do
      sandbox = Kobako::Sandbox.new
      sandbox.define(:Host).bind(:Get, -> { value }).bind(:Same, ->(given) { given.eql?(value) })

      expect(sandbox.eval("Host::Get.call")).to eql(value)
      expect(sandbox.eval("Host::Same.call(Host::Get.call)")).to be(true)
    end
  end

  it "answer respond_to? without a call" do
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Get, -> { raise "called" })

    expect(sandbox.eval("Host::Get.respond_to?(:anything)")).to be(true)
  end

  it "name themselves without a call" do
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Get, -> { raise "called" }).bind(:Object, -> { Object.new })

    expect(sandbox.eval("[Host::Get.to_s, Host::Get.inspect, Host::Object.call.inspect]"))
      .to eq(["Host::Get", "#<Kobako::Service Host::Get>", "#<Kobako::Handle 1>"])
  end

  it "leave to_s of a handle to its object" do
    sandbox.define(:Clock).bind(:Now, -> { Time.at(0).utc })

    expect(sandbox.eval("Clock::Now.call.to_s")).to eq("1970-01-01 00:00:00 UTC")
  end

  it "are not among the lines of a backtrace" do
    code = "def ask = Store::Db.boom\nask"

    expect { sandbox.eval(code) }.to raise_error(Kobako::ServiceError) { |error|
      expect(error.backtrace_lines).to eq(["(eval):1:in 'Object#ask'", "(eval):2:in '<main>'"])
    }
    expect(sandbox.eval("begin; Store::Db.boom; rescue => e; e.backtrace; end")).to eq(["(eval):1:in '<main>'"])
  end

  {
    "made anew" => 'raise Kobako::ServiceError.new("KeyError: no such key")',
    "of a class of its own" => 'raise Class.new(Kobako::ServiceError), "KeyError: no such key"',
    "made after another failed" =>
      "begin; Store::Db.boom; rescue => e; raise Kobako::ServiceError, e.message; end",
    "of another that failed" =>
      "begin; Store::Db.boom; rescue => e; end; begin; Store::Db.wrong_within; rescue => f; end
       raise f.exception(e.message)",
    "whose text was changed" => 'begin; Store::Db.boom; rescue => e; e.message << "!"; raise e; end'
  }.each do |kind, code|
    it "are not blamed for a ServiceError #{kind} by the script" do
      expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, /\AKeyError: no such key/) { |error|
        expect(error).to have_attributes(origin: "sandbox", klass: /ServiceError|#<Class/, cause: nil)
      }
    end
  end

  it "are blamed by their own words, whatever the script makes of `message`" do
    code = 'class Kobako::ServiceError; def message = "mine"; end; Store::Db.boom'

    expect { sandbox.eval(code) }.to raise_error(Kobako::ServiceError, "KeyError: no such key") { |error|
      expect(error.cause).to be_a(KeyError)
    }
  end

  it "raise a ServiceError in the guest, which can rescue it" do
    code = "begin; Store::Db.boom; rescue Kobako::ServiceError => e; [e.is_a?(StandardError), e.kind, e.message]; end"

    expect(sandbox.eval(code)).to eq([true, :runtime, "KeyError: no such key"])
  end

  it "raise a ServiceError on the host with the service's own exception as its cause" do
    expect { sandbox.eval("Store::Db.boom") }.to raise_error(Kobako::ServiceError, "KeyError: no such key") { |error|
      expect(error).to have_attributes(origin: "service", klass: "Kobako::ServiceError",
                                       backtrace_lines: ["(eval):1:in '<main>'"])
      expect(error.cause).to be_a(KeyError).and have_attributes(message: "no such key")
      expect(error.cause.backtrace.first).to include(__FILE__)
    }
  end

  it "find the cause of an error that the guest kept while others came after it" do
    code = "begin; Store::Db.boom; rescue => kept; end\nbegin; Store::Db.wrong_within; rescue; end\nraise kept"

    expect { sandbox.eval(code) }.to raise_error(Kobako::ServiceError) { |error|
      expect(error.cause).to be_a(KeyError)
    }
  end

  {
    "Store::Db.find" => /given 0, expected 1/,
    "Store::Db.find(1, 2)" => /given 2, expected 1/,
    "Store::Db.find(1, size: 2)" => /unknown keyword: :size/,
    "KV::Strict.call" => /given 0, expected 1/,
    "KV::Strict.call(1, a: 1)" => /takes no keyword/,
    "KV::Loose.call(1, a: 1)" => /takes no keyword/,
    "Store::Db.positional(a: 1)" => /Store::Db#positional takes no keyword arguments/
  }.each do |code, message|
    it "answer #{code} with an argument fault" do
      expect(fault(code)).to match([:argument, message])
    end
  end

  {
    "Store::Db.wrong_within" => [:runtime, /\AArgumentError: invalid value for Integer/],
    "Store::Nope.find" => [:name, /uninitialized constant/],
    "Store::Db.nope" => [:runtime, /\ANoMethodError: Store::Db has no method "nope"/],
    "Store::Db.cyclic" => [:runtime, /result of Store::Db#cyclic cannot cross/],
    "Store::Db.deep" => [:runtime, /result of Store::Db#deep cannot cross.*128/],
    "Store::Db.large" => [:runtime, /result of Store::Db#large cannot cross.*16777216/],
    "Store::Db.anonymous" => [:runtime, /\AArgumentError: quietly/],
    "Store::Db.broken_text" => [:runtime, /\ARuntimeError: \uFFFD\z/]
  }.each do |code, expected|
    it "answer #{code} with a #{expected.first} fault" do
      expect(fault(code)).to match(expected)
    end
  end

  it "say nothing of the host's source in a NameError" do
    expect(fault("Store::Db.typo").last).to match(/\ANameError: undefined local variable or method/)
    expect(fault("Store::Db.typo").last).not_to include("\n")
  end

  it "cut a long message at 1 MiB" do
    expect(fault("Store::Db.long").last.bytesize).to eq(1 << 20)
  end

  it "let exit, throw, Interrupt and other exceptions that are no StandardError pass through the invocation" do
    expect { sandbox.eval("begin; Store::Db.quit; rescue Exception; end") }.to raise_error(SystemExit)
    expect(catch(:done) { sandbox.eval("Store::Db.leave") }).to eq(7)
    expect { sandbox.eval("begin; Store::Db.stop; rescue Exception; end") }.to raise_error(Interrupt)
    expect { sandbox.eval("Store::Db.not_implemented") }.to raise_error(NotImplementedError, "later")
    expect(sandbox.eval("KV::Lookup.call('k')")).to eq(1)
  end

  it "may use the sandbox that is calling them, whose run goes on with its own handles and output" do
    root = Object.new
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Again, -> { sandbox.eval("puts 'inner'; Host::Get.call; 1") })
           .bind(:Run, -> { sandbox.run(:X) }).bind(:Get, -> { root })
    sandbox.preload(code: "X = -> { Host::Again.call + 1 }", name: :X)

    expect(sandbox.eval("puts 'outer'; kept = Host::Get.call; [Host::Again.call, Host::Run.call, kept]"))
      .to match([1, 2, equal(root)])
    expect(sandbox.stdout).to eq("outer\n")
  end

  it "may use another sandbox" do
    inner = Kobako::Sandbox.new
    inner.define(:Host).bind(:Double, ->(number) { number * 2 })
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Inner, ->(code) { inner.eval(code) })

    expect(sandbox.eval("Host::Inner.call('Host::Double.call(21)')")).to eq(42)
    expect { sandbox.eval("Host::Inner.call('raise \"inner\"')") }
      .to raise_error(Kobako::ServiceError, "Kobako::SandboxError: inner")
  end

  it "refuse an argument that cannot cross with a TypeError in the guest" do
    expect(sandbox.eval("begin; KV::Lookup.call(Object.new); rescue TypeError => e; e.message; end"))
      .to include("Object")
  end

  it "are called in the one sandbox that 8 threads hammer", gc_stress: false do
    values = (2..9).map do |number|
      Thread.new { Array.new(100) { sandbox.eval("Store::Db.same(Store::Db.find(#{number}))") - [number] } }
    end.flat_map(&:value)

    expect(values.uniq).to eq([[1]])
    expect(sandbox.eval("KV::Lookup.call('k')")).to eq(1)
  end

  # Kind and message of the fault that the code rescues.
  def fault(code)
    sandbox.eval("begin; #{code}; rescue Kobako::ServiceError => e; [e.kind, e.message]; " \
                 "rescue NameError => e; [:name, e.message]; end")
  end
end
