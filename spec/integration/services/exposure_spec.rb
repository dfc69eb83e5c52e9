# frozen_string_literal: true

require "support/host_objects"
require "support/memory_use"
require "support/processes"

RSpec.describe "What a guest reaches" do
  include MemoryUse
  include Processes

  HostObjects::REACHED.merge(HostObjects::SERVICES).each do |kind, (make, names)|
    it "is #{names.empty? ? "nothing" : names.join(", ")} of #{kind} as a service" do
      object = make.call
      # With a singleton class, a Time and its like are objects.
      object.singleton_class if Kobako::Codec.kind(object)

      expect(reached(object, "Host::Object")).to eq(names)
    end
  end

  HostObjects::REACHED.each do |kind, (make, names)|
    it "is #{names.empty? ? "nothing" : names.join(", ")} of #{kind} as a handle" do
      object = make.call
      # With a singleton class, a Time and its like are objects.
      object.singleton_class if Kobako::Codec.kind(object)

      expect(reached(object, "Host::Get.call")).to eq(names)
    end
  end

  %w[Method UnboundMethod Class Module Binding Thread Fiber].each do |kind|
    it "never is a #{kind} as a handle" do
      object = { "Method" => method(:puts), "UnboundMethod" => Kernel.instance_method(:puts), "Class" => String,
                 "Module" => Kernel, "Binding" => binding, "Thread" => Thread.current,
                 "Fiber" => Fiber.new { 1 } }.fetch(kind)
      sandbox = Kobako::Sandbox.new
      sandbox.define(:Host).bind(:Get, -> { object }).bind(:Deep, -> { [{ a: object }] })

      expect { sandbox.eval("Host::Get.call") }.to raise_error(Kobako::ServiceError, /a #{kind} cannot cross/)
      expect { sandbox.eval("Host::Deep.call") }.to raise_error(Kobako::ServiceError, /a #{kind} cannot cross/)
    end
  end

  it "is a class as a handle only if the class is a service" do
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Plain, HostObjects::Plain).bind(:Get, -> { HostObjects::Plain })

    expect(sandbox.eval("Host::Get.call.make.find(1)")).to eq([1, 1])
  end

  it "is a copy of an Enumerator, at any depth" do
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Map, -> { [1, 2].map }).bind(:Deep, -> { { a: [3, 4].each_with_index } })

    expect(sandbox.eval("Host::Map.call.inject { |a, b| a + b }")).to eq(3)
    expect(sandbox.eval("Host::Deep.call")).to eq({ a: [[3, 0], [4, 1]] })
  end

  {
    "an Enumerator without end" => -> { loop },
    "an Enumerator that does not know its end" => -> { Enumerator.new { |list| loop { list << 1 } } },
    "a lazy Enumerator without end" => -> { (1..).lazy.map { |number| number } },
    "100,001 elements" => -> { 100_001.times }
  }.each do |kind, make|
    it "is not a copy of #{kind}" do
      sandbox = Kobako::Sandbox.new
      sandbox.define(:Host).bind(:Get, make)

      expect { sandbox.eval("Host::Get.call") }.to raise_error(Kobako::ServiceError, /limit is 100000/)
    end
  end

  it "is what only: lists, and no other method" do
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Object, HostObjects::Plain.new, only: %i[find])

    expect(sandbox.eval("Host::Object.find(1, limit: 2)")).to eq([1, 2])
    expect { sandbox.eval("Host::Object.note") }
      .to raise_error(Kobako::ServiceError, 'Host::Object: "note" is not exposed to the guest ' \
                                            "(add it to only: where the service is bound)")
  end

  it "is what only: lists when the service comes back as a handle" do
    object = HostObjects::Plain.new
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Object, object, only: %i[find]).bind(:Get, -> { object })

    expect(sandbox.eval("Host::Get.call.find(1)")).to eq([1, 1])
    expect { sandbox.eval("Host::Get.call.note") }.to raise_error(Kobako::ServiceError, /not exposed/)
  end

  it "is a name of the never-list if the application's own class defines it and only: lists it" do
    mailer = Class.new { def send(text) = "sent #{text}" }.new
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Mailer, mailer, only: %i[send]).bind(:Open, mailer)

    expect(sandbox.eval("Host::Mailer.send('it')")).to eq("sent it")
    expect { sandbox.eval("Host::Open.send('it')") }.to raise_error(Kobako::ServiceError, /never exposed/)
  end

  it "follows the class as it changes, within an invocation too" do
    klass = Class.new { def price = 1 }
    object = klass.new
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Object, object)
           .bind(:Change, -> { klass.class_eval { remove_method(:price) && def price = 2 } && nil })
           .bind(:Hide, -> { klass.class_eval { private :price } && nil })

    expect(sandbox.eval("[Host::Object.price, Host::Change.call, Host::Object.price]")).to eq([1, nil, 2])
    expect { sandbox.eval("Host::Object.price; Host::Hide.call; Host::Object.price") }
      .to raise_error(Kobako::ServiceError, /NoMethodError/)
  end

  it "is named by a refusal: the service, the method and how to expose it" do
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Object, HostObjects::Plain.new).bind(:Get, -> { HostObjects::Plain.new })

    expect { sandbox.eval("Host::Object.frozen?") }
      .to raise_error(Kobako::ServiceError, 'Host::Object: "frozen?" is not exposed to the guest (bind the object ' \
                                            "with only: %i[frozen?], or let it answer respond_to_guest?)")
    expect { sandbox.eval("Host::Get.call.frozen?") }
      .to raise_error(Kobako::ServiceError, 'a handle of a HostObjects::Plain: "frozen?" is not exposed to the guest ' \
                                            "(expose its class: sandbox.expose(HostObjects::Plain, only: %i[frozen?]))")
  end

  it "is listed when a method does not exist" do
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Object, HostObjects::Plain.new)

    expect { sandbox.eval("Host::Object.nope") }
      .to raise_error(Kobako::ServiceError, 'NoMethodError: Host::Object has no method "nope" ' \
                                            "(a guest can call: find, note)")
  end

  it "grows no Symbols of the guest's names", :volume do
    sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20)
    sandbox.define(:Host).bind(:Object, HostObjects::Plain.new).bind(:Echo, ->(value, **rest) { [value, rest] })
    code = "2000.times { |i| name = :\"guest_#{sandbox.object_id}_\#{i}\"; Host::Echo.call(name, name => name); " \
           "begin; Host::Object.method_missing(name); rescue Kobako::ServiceError; end }"
    sandbox.eval("Host::Echo.call(1)")
    before = symbols

    sandbox.eval(code)

    expect(symbols - before).to be < 50
  end

  %w[Object Kernel].each do |owner|
    it "is no method of the application that stands in a module of #{owner}" do
      script = <<~RUBY
        module Extras; def try(name, *args) = public_send(name, *args); def extra(name) = public_send(name); end
        #{owner}.include(Extras)
        class Plain; end
        sandbox = Kobako::Sandbox.new
        sandbox.define(:Host).bind(:Object, Plain.new).bind(:Call, -> { 1 })
        %w[try extra].product(%w[Object Call]) do |name, member|
          sandbox.eval("Host::\#{member}.\#{name}(:system, 'id')")
          abort "reached \#{name}"
        rescue Kobako::ServiceError => e
          abort e.message unless e.message.match?(/exposed/)
        end
        print "safe"
      RUBY

      expect(in_process(script)).to eq("safe")
    end
  end

  # The names that are not refused when a guest calls them without arguments.
  def reached(object, target)
    sandbox = Kobako::Sandbox.new(memory_limit: 16 << 20)
    sandbox.define(:Host).bind(:Object, object).bind(:Get, -> { object })
    sandbox.preload(name: :Try, code: <<~RUBY)
      Try = ->(names) {
        names.select { |name|
          begin
            #{target}.method_missing(name.to_sym)
            true
          rescue Kobako::ServiceError => e
            !e.message.include?("exposed to ") && !e.message.include?("NoMethodError: ")
          end
        }
      }
    RUBY
    sandbox.run(:Try, HostObjects.names(object)).sort
  end
end
