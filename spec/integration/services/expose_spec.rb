# frozen_string_literal: true

require "support/exposed_objects"
require "support/processes"

RSpec.describe "What is exposed by class" do
  include ExposedObjects
  include Processes

  # What was exposed for the process ends with the example.
  around do |example|
    process = Kobako::Catalog::Exposures::PROCESS
    table = process.table
    example.run
  ensure
    process.instance_variable_set(:@table, table)
  end

  let(:invoice) { ExposedObjects::Invoice.new(1) }

  it "is what a guest reaches of a handle, and no other method" do
    box = sandbox(invoice:) { |it| it.expose(ExposedObjects::Invoice, only: %i[id total customer]) }

    expect(box.eval("i = Host::Get.call('invoice'); [i.id, i.total, i.customer.id]")).to eq([1, 12, 7])
    expect(answer(box, "Host::Get.call('invoice').label"))
      .to eq('a handle of a ExposedObjects::Invoice: "label" is not exposed to the guest ' \
             "(add it to only: of expose(ExposedObjects::Invoice))")
    expect(answer(box, "Host::Get.call('invoice').customer.secret")).to eq("hunter2")
  end

  it "is what a guest reaches of objects of subclasses, and of a service without only:" do
    box = sandbox(invoice:) { |it| it.expose(ExposedObjects::Record, only: %i[id]) }
    box.define(:Shop).bind(:Open, invoice).bind(:Own, ExposedObjects::Invoice.new(2), only: %i[total])

    expect(box.eval("[Host::Get.call('invoice').id, Shop::Open.id, Shop::Own.total]")).to eq([1, 1, 12])
    expect(answer(box, "Shop::Open.total")).to match(/add it to only: of expose\(ExposedObjects::Record\)/)
    expect(answer(box, "Shop::Own.id")).to match(/add it to only: where the service is bound/)
  end

  it "keeps the only: of a bound object that comes back as a handle" do
    box = sandbox(invoice:) { |it| it.expose(ExposedObjects::Invoice, only: %i[id]) }
    box.define(:Shop).bind(:Own, invoice, only: %i[total])

    expect(box.eval("Host::Get.call('invoice').total")).to eq(12)
    expect(answer(box, "Host::Get.call('invoice').id")).to match(/where Shop::Own is bound/)
  end

  it "is what the nearest class or module in the ancestry says" do
    box = sandbox(invoice:, record: ExposedObjects::Record.new(3), item: ExposedObjects::Item.new) do |it|
      it.expose(ExposedObjects::Record, only: %i[id label]).expose(ExposedObjects::Invoice, only: %i[total])
      it.expose(ExposedObjects::Priced, only: %i[price])
    end

    expect(box.eval("[Host::Get.call('record').label, Host::Get.call('invoice').total]")).to eq(["record 3", 12])
    expect(answer(box, "Host::Get.call('invoice').id")).to match(/expose\(ExposedObjects::Invoice\)/)
    expect(box.eval("Host::Get.call('item').price")).to eq(5)
    expect(answer(box, "Host::Get.call('item').name")).to match(/expose\(ExposedObjects::Priced\)/)
  end

  it "is what the sandbox says of a class, before what the process says of the same one" do
    Kobako.expose(ExposedObjects::Invoice, only: %i[id])
    Kobako.expose(ExposedObjects::Record, only: %i[secret])
    plain = sandbox(invoice:)
    own = sandbox(invoice:) { |it| it.expose(ExposedObjects::Invoice, only: %i[total]) }
    base = sandbox(invoice:) { |it| it.expose(ExposedObjects::Record, only: %i[label]) }

    expect(plain.eval("Host::Get.call('invoice').id")).to eq(1)
    expect(own.eval("Host::Get.call('invoice').total")).to eq(12)
    expect(answer(own, "Host::Get.call('invoice').id")).to match(/not exposed/)
    expect(base.eval("Host::Get.call('invoice').id")).to eq(1)
    expect(answer(base, "Host::Get.call('invoice').label")).to match(/not exposed/)
  end

  it "is taken anew in each invocation, and stays within one" do
    box = sandbox(invoice:)
    box.define(:Open).bind(:Door, -> { Kobako.expose(ExposedObjects::Invoice, only: %i[total]) && nil })
    box.define(:Shop).bind(:Invoice, invoice)
    code = "[Host::Get.call('invoice').id, Open::Door.call, Shop::Invoice.id, Host::Get.call('invoice').id]"

    expect(box.eval(code)).to eq([1, nil, 1, 1])
    expect(box.eval("[Shop::Invoice.total, Host::Get.call('invoice').total]")).to eq([12, 12])
    expect(answer(box, "Shop::Invoice.id")).to match(/not exposed/)
  end

  it "goes before respond_to_guest?" do
    box = sandbox(asked: ExposedObjects::Asked.new) { |it| it.expose(ExposedObjects::Asked, only: %i[two]) }

    expect(box.eval("Host::Get.call('asked').two")).to eq(2)
    expect(answer(box, "Host::Get.call('asked').one")).to match(/expose\(ExposedObjects::Asked\)/)
  end

  it "closes a class where nothing is listed, and the second call for a class replaces the first" do
    box = sandbox(invoice:) do |it|
      it.expose(ExposedObjects::Invoice, only: %i[id total])
      it.expose(ExposedObjects::Invoice, only: [])
    end

    expect(answer(box, "Host::Get.call('invoice').total")).to match(/not exposed/)
  end

  it "is a name of the never-list only where the class itself defines it" do
    box = sandbox(invoice:) { |it| it.expose(ExposedObjects::Invoice, only: %i[send]) }

    expect(box.eval("Host::Get.call('invoice').send('it')")).to eq("sent it")
    expect { box.eval("Host::Get.call('invoice').__send__(:secret)") }.to raise_error(Kobako::ServiceError)
    child = Class.new(ExposedObjects::Invoice) { define_method(:send, Kernel.instance_method(:public_send)) }
    box = sandbox(child: child.new(1)) { |it| it.expose(ExposedObjects::Invoice, only: %i[send]) }
    expect(answer(box, "Host::Get.call('child').send(:secret)")).to match(/never exposed/)
  end

  it "is refused for what no rule can be about", :misuse do
    { "expose takes a class or a module, and got a String" => "Invoice",
      "String cannot be exposed: its objects" => String, "Object cannot be exposed: every object is one" => Object,
      "Kernel cannot be exposed: every" => Kernel,
      "Class cannot be exposed: every" => Class, "Enumerable cannot be exposed: Ruby's own" => Enumerable,
      "Comparable cannot be exposed: Ruby's own" => Comparable }.each do |message, mod|
      expect { Kobako::Sandbox.new.expose(mod, only: %i[to_s]) }.to raise_error(ArgumentError, /#{message}/)
      expect { Kobako.expose(mod, only: %i[to_s]) }.to raise_error(ArgumentError, /#{message}/)
    end
  end

  it "is refused for names that the objects do not have, or that are never exposed", :misuse do
    box = Kobako::Sandbox.new
    { nope: 'only: lists "nope", which ExposedObjects::Invoice has no public method for ' \
            "(list methods that its objects answer, or leave it out)",
      hidden: /"hidden", which ExposedObjects::Invoice has no public/, guarded: /"guarded", which .* has no public/,
      instance_eval: /"instance_eval" for ExposedObjects::Invoice, which is never exposed .* method of another name/,
      public_send: /never exposed/, 5 => /only: for ExposedObjects::Invoice holds 5/ }.each do |name, message|
      expect { box.expose(ExposedObjects::Invoice, only: [:id, name]) }.to raise_error(ArgumentError, message)
    end
    expect { box.expose(ExposedObjects::Invoice, only: [:id], enumerable: true) }
      .to raise_error(ArgumentError, /"each", which ExposedObjects::Invoice has no public/)
    expect { box.expose(ExposedObjects::Open, only: %i[hidden]) }.to raise_error(ArgumentError, /"hidden"/)
    expect(Kobako.exposed(invoice, sandbox: box)).to include(:label)
  end

  it "is sealed with the sandbox, but not for the process" do
    box = sandbox(invoice:)
    box.eval("1")

    expect { box.expose(ExposedObjects::Invoice, only: %i[id]) }
      .to raise_error(ArgumentError, /sealed by its first invocation, so ExposedObjects::Invoice .*Kobako.expose/)
    Kobako.expose(ExposedObjects::Invoice, only: %i[id])
    expect(box.eval("Host::Get.call('invoice').id")).to eq(1)
  end

  it "is that of the class which has the name now, after the application was loaded anew" do
    first, second = Array.new(2) do
      reloaded = ExposedObjects.const_set(:Reloaded, Class.new { def id = 1 })
      Kobako.expose(reloaded, only: %i[id])
      ExposedObjects.__send__(:remove_const, :Reloaded)
    end
    table = Kobako::Catalog::Exposures::PROCESS.table

    expect([table.key?(first), table.key?(second)]).to eq([false, true])
  end

  it "is kept whole by many threads that add and read" do
    classes = Array.new(40) { Class.new { def id = 1 and def secret = 2 } }
    box = sandbox(invoice:)
    adding = classes.each_slice(10).map do |some|
      Thread.new { some.each { |klass| box.expose(klass, only: %i[id]) && Kobako.expose(klass, only: %i[id]) } }
    end
    reading = Thread.new { Array.new(200) { Kobako.exposed(classes.first.new, sandbox: box) }.uniq }
    adding.each(&:join)

    expect(reading.value - [%i[id], %i[id secret]]).to eq([])
    expect(classes.map { |klass| Kobako.exposed(klass.new, sandbox: box) }).to all(eq(%i[id]))
    expect(classes.map { |klass| Kobako.exposed(klass.new) }).to all(eq(%i[id]))
  end

  describe "of objects that answer by method_missing" do
    let(:box) do
      sandbox(open: ExposedObjects::Open.new) { |it| it.expose(ExposedObjects::Open, only: %i[total nope]) }
    end

    before { ExposedObjects::Open::CALLS.clear }

    it "is a listed name that the object responds to" do
      expect(box.eval("o = Host::Get.call('open'); [o.total(1, a: 2), o.total { |n| n * 2 }]"))
        .to eq([[12, 1, [:a, 2]], 24])
      expect(ExposedObjects::Open::CALLS).to eq(%i[total total])
    end

    it "is no listed name that the object does not respond to, and no name that is not listed" do
      expect(answer(box, "Host::Get.call('open').nope")).to match(/\ANoMethodError: .* has no method "nope"/)
      expect(answer(box, "Host::Get.call('open').size"))
        .to match(/has no method "size" \(a guest can call: total; .*add it to only: of expose\(ExposedObjects::Open\)/)
      expect(answer(box, "Host::Get.call('open').hidden")).to match(/"hidden" is not exposed|has no method "hidden"/)
      expect(answer(box, "Host::Get.call('open').method_missing(:size)")).to match(/has no method "size"/)
      expect(ExposedObjects::Open::CALLS).to eq([])
    end

    it "is never a name of the never-list, though the object responds to it" do
      %i[send exit binding].each do |name|
        expect { Kobako::Sandbox.new.expose(ExposedObjects::Open, only: [name]) }
          .to raise_error(ArgumentError, /never exposed/)
        expect { Kobako::Sandbox.new.define(:Host).bind(:Open, ExposedObjects::Open.new, only: [name]) }
          .to raise_error(ArgumentError, /never exposed/)
        expect(answer(box, "Host::Get.call('open').method_missing(:#{name}, :system)"))
          .to match(/never exposed|no method/)
      end
      expect(ExposedObjects::Open::CALLS).to eq([])
    end

    it "is a name of only: where the object is bound" do
      box = Kobako::Sandbox.new
      box.define(:Host).bind(:Open, ExposedObjects::Open.new, only: %i[total])

      expect(box.eval("Host::Open.total")).to eq([12])
      expect { Kobako::Sandbox.new.define(:Other).bind(:Open, ExposedObjects::Open.new, only: %i[nope]) }
        .to raise_error(ArgumentError, /"nope", which Other::Open has no public method for/)
    end

    it "stops when the object no longer responds" do
      open = Class.new(ExposedObjects::Open) { def respond_to_missing?(*) = !frozen? }.new
      box = sandbox(open:) { |it| it.expose(ExposedObjects::Open, only: %i[total]) }
      box.define(:Close).bind(:Door, -> { open.freeze && nil })

      expect(answer(box, "o = Host::Get.call('open'); o.total; Close::Door.call; o.total")).to match(/has no method/)
    end

    it "says how to list it" do
      expect(answer(sandbox(open: ExposedObjects::Open.new), "Host::Get.call('open').total"))
        .to eq('NoMethodError: a handle of a ExposedObjects::Open has no method "total" ' \
               "(a guest can call: nothing; what method_missing answers must be listed: expose its class: " \
               "sandbox.expose(ExposedObjects::Open, only: %i[total]))")
    end

    it "is what a SimpleDelegator goes on to, with values alone, and none of Kernel's" do
      record = ExposedObjects::Invoice.new(4)
      box = sandbox(it: ExposedObjects::Decorated.new(record)) do |it|
        it.expose(ExposedObjects::Decorated, only: %i[title id= total])
      end

      expect(box.eval("d = Host::Get.call('it'); d.id = 9; [d.title, d.total]")).to eq(["the record 9", 12])
      expect(record.id).to eq(9)
      expect(answer(box, "d = Host::Get.call('it'); d.id = d")).to match(/takes no host objects/)
      %w[secret __getobj__ method_missing(:secret) system instance_variable_get].each do |call|
        expect(answer(box, "Host::Get.call('it').#{call}")).to match(/never exposed|not exposed|no method/)
      end
      %i[system puts __getobj__].each do |name|
        expect { Kobako::Sandbox.new.define(:Host).bind(:It, ExposedObjects::Decorated.new(record), only: [name]) }
          .to raise_error(ArgumentError)
      end
    end
  end

  it "is what Forwardable, Struct and Data give, if it is listed" do
    objects = { account: ExposedObjects::Account.new(invoice), point: ExposedObjects::Point.new(1, 2) }
    objects[:place] = ExposedObjects::Place.new(lat: 3, lon: 4) if defined?(ExposedObjects::Place)
    box = sandbox(**objects) do |it|
      it.expose(ExposedObjects::Account, only: %i[id label]).expose(ExposedObjects::Point, only: %i[x x=])
      it.expose(ExposedObjects::Place, only: %i[lat]) if objects[:place]
    end

    expect(box.eval("a = Host::Get.call('account'); p = Host::Get.call('point'); p.x = 5; [a.id, a.label, p.x]"))
      .to eq([1, "record 1", 5])
    expect(answer(box, "Host::Get.call('account').password")).to match(/not exposed/)
    expect(answer(box, "Host::Get.call('point').y")).to match(/not exposed/)
    next unless objects[:place]

    expect(box.eval("Host::Get.call('place').lat")).to eq(3)
    expect(answer(box, "Host::Get.call('place').lon")).to match(/not exposed/)
  end

  it "is needed for writers, of an object and of what is bound" do
    table = Class.new do
      def [](key) = @table[key]

      def []=(key, value)
        @table = { key => value }
      end
    end
    box = sandbox(record: ExposedObjects::Record.new(1), table: table.new)
    box.define(:Shop).bind(:Record, ExposedObjects::Record.new(1)).bind(:Table, table.new, only: %i[[]= []])

    expect(answer(box, "Host::Get.call('record').id = 5"))
      .to eq('a handle of a ExposedObjects::Record: "id=" is not exposed to the guest: a writer must be listed ' \
             "(expose its class: sandbox.expose(ExposedObjects::Record, only: %i[id=]))")
    expect(answer(box, "Shop::Record.id = 5"))
      .to match(/a writer must be listed \(bind the object with only: %i\[id=\]/)
    expect(answer(box, "Host::Get.call('table')[1] = 2")).to match(/"\[\]=" .* a writer must be listed/)
    expect(box.eval("Shop::Table[1] = 2; Shop::Table[1]")).to eq(2)
  end

  it "is said by a refusal in a way that opens the method for this object" do
    plain = Object.new
    box = sandbox(invoice:, plain:) { |it| it.define(:Shop).bind(:Class, ExposedObjects::Invoice) }

    expect(answer(box, "Host::Get.call('invoice').frozen?")).to include("sandbox.expose(ExposedObjects::Invoice, only:")
    expect(answer(box, "Host::Get.call('plain').frozen?")).to include("bind the object with only: %i[frozen?]")
    expect(answer(box, "Shop::Class.name")).to include("bind the object with only: %i[name]")
    box = sandbox(invoice:, plain:) { |it| it.expose(ExposedObjects::Invoice, only: %i[frozen?]) }
    box.define(:Shop).bind(:Class, ExposedObjects::Invoice, only: %i[name]).bind(:Plain, plain, only: %i[frozen?])
    expect(box.eval("[Host::Get.call('invoice').frozen?, Host::Get.call('plain').frozen?, Shop::Class.name]"))
      .to eq([false, false, "ExposedObjects::Invoice"])
  end

  it "compares, although == ends as a writer does" do
    klass = Class.new { %i[== === != <= >=].each { |name| define_method(name) { |_other| true } } }
    expect(Kobako.exposed(klass.new)).to eq(%i[!= <= == === >=])
  end

  it "is listed by Kobako.exposed" do
    box = sandbox(invoice:) { |it| it.expose(ExposedObjects::Record, only: %i[id]) }
    bound = ExposedObjects::Invoice.new(2)
    box.define(:Shop).bind(:Own, bound, only: %i[total])

    expect(Kobako.exposed(invoice)).to eq(%i[customer id label secret send total] - %i[send])
    expect(Kobako.exposed(invoice, sandbox: box)).to eq(%i[id])
    expect(Kobako.exposed(bound, sandbox: box)).to eq(%i[total])
    expect(Kobako.exposed(invoice, only: %i[total label])).to eq(%i[label total])
    expect(Kobako.exposed(ExposedObjects::Open.new, only: %i[total])).to eq(%i[total])
    expect(["text", Object.new, proc {}].map { |object| Kobako.exposed(object) }).to eq([[], [], %i[[] call yield]])
  end

  it "is not listed of what cannot be bound, nor for what is no sandbox", :misuse do
    expect { Kobako.exposed(invoice, sandbox: 5) }.to raise_error(ArgumentError, /sandbox is a Integer/)
    expect { Kobako.exposed(invoice, only: %i[nope]) }.to raise_error(ArgumentError, /"nope"/)
  end

  it "makes no Symbol of a name that is not listed" do
    box = sandbox(open: ExposedObjects::Open.new) { |it| it.expose(ExposedObjects::Open, only: %i[total]) }
    name = "never_a_symbol_#{box.object_id}"
    answer(box, "Host::Get.call('open').method_missing(:#{name})")

    expect(Symbol.all_symbols.map(&:name)).not_to include(name)
  end
end
