# frozen_string_literal: true

require "weakref"

RSpec.describe "Handles", :gc_stress do
  let(:node) do
    Class.new do
      attr_reader :name

      def initialize(name) = @name = name
      def child(name) = self.class.new("#{@name}/#{name}")
      def names(others) = others.flatten.map(&:name)
      def same?(other) = equal?(other)
      def hash_of(options) = options.transform_values(&:name)
    end
  end
  let(:root) { node.new("root") }
  let(:sandbox) { Kobako::Sandbox.new.tap { |sandbox| sandbox.define(:Tree).bind(:Root, root) } }

  it "stand for results that cannot cross, in chains" do
    expect(sandbox.eval("Tree::Root.child('a').child('b').name")).to eq("root/a/b")
  end

  it "are asked about classes and modules only, as services are" do
    code = <<~RUBY
      [Tree::Root, Tree::Root.child("a")].flat_map do |object|
        [-1, 5, 3_000_000_000, 2**70, nil, "Object", 1.5, :Object, Tree::Root].flat_map do |no_class|
          %i[is_a? kind_of?].map do |method|
            object.__send__(method, no_class)
          rescue TypeError
            :no_class
          end
        end
      end.uniq + [Tree::Root.is_a?(Comparable), Tree::Root.is_a?(BasicObject), Tree::Root.is_a?(Tree::Root.class)]
    RUBY
    expect(sandbox.eval(code)).to eq([:no_class, false, true, true])
  end

  it "arrive at a service as the host object itself, at any depth" do
    expect(sandbox.eval("a = Tree::Root.child('a'); Tree::Root.names([a, [a.child('b')]])")).to eq(%w[root/a root/a/b])
    expect(sandbox.eval("Tree::Root.hash_of({ k: Tree::Root.child('a') })")).to eq({ k: "root/a" })
    expect(sandbox.eval("a = Tree::Root.child('a'); a.same?(a)")).to be(true)
  end

  it "leave #eval and #run as the host object itself, at any depth" do
    objects = Array.new(3) { Object.new }
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Get, ->(number) { objects[number] })
    sandbox.preload(code: "Pick = ->(number) { { picked: [Host::Get.call(number)] } }", name: :Pick)

    expect(sandbox.eval("[Host::Get.call(1), { a: Host::Get.call(2) }]")).to eq([objects[1], { a: objects[2] }])
    expect(sandbox.run(:Pick, 0)).to eq({ picked: [objects[0]] })
  end

  it "stand for the parts of an Array or Hash that cannot cross, and only for those" do
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Get, -> { { list: [1, "two", root], name: :three } })

    expect(sandbox.eval("h = Host::Get.call; [h[:list][0], h[:list][1], h[:list][2].name, h[:name]]"))
      .to eq([1, "two", "root", :three])
  end

  it "are the same for the same object, so that a loop does not use them up", gc_stress: false do
    sandbox = Kobako::Sandbox.new(max_handles: 1, memory_limit: 16 << 20)
    sandbox.define(:Host).bind(:Get, -> { root })

    expect(sandbox.eval("a = Host::Get.call; 100.times { Host::Get.call }; a == Host::Get.call")).to be(true)
  end

  it "raise HandlerExhaustedError on the host above max_handles, and not at it" do
    sandbox = Kobako::Sandbox.new(max_handles: 3)
    sandbox.define(:Host).bind(:Get, -> { Object.new })

    expect(sandbox.eval("3.times { Host::Get.call }; 1")).to eq(1)
    expect { sandbox.eval("begin; 4.times { Host::Get.call }; rescue => e; 1; end") }
      .to raise_error(Kobako::HandlerExhaustedError, /3 host objects, max_handles is 3 .*max_handles:/)
    expect(sandbox.eval("3.times { Host::Get.call }; 1")).to eq(1)
  end

  it "are bounded in the arguments of #run and of a block too" do
    sandbox = Kobako::Sandbox.new(max_handles: 2)
    sandbox.define(:Host).bind(:Each, Class.new { def each = 3.times { yield Object.new } }.new)
    sandbox.preload(code: "Echo = ->(*args) { args.size }", name: :Echo)

    expect { sandbox.run(:Echo, Object.new, Object.new, Object.new) }.to raise_error(Kobako::HandlerExhaustedError)
    expect { sandbox.eval("Host::Each.each { |object| object }") }.to raise_error(Kobako::HandlerExhaustedError)
    expect(sandbox.run(:Echo, Object.new, Object.new)).to eq(2)
  end

  [0, -1, 1.5, "1", 2**31].each do |limit|
    it "refuse max_handles: #{limit.inspect}", :misuse do
      expect { Kobako::Sandbox.new(max_handles: limit) }
        .to raise_error(ArgumentError, /max_handles is #{Regexp.escape(limit.inspect)}, expected .* 1 to 2147483647/)
    end
  end

  {
    "an Integer" => "Tree::Root.names([1])",
    "Kobako::Handle.new" => "Kobako::Handle.new(1).name",
    "allocate" => "Kobako::Handle.allocate.name",
    "a subclass" => "Class.new(Kobako::Handle).new(1).name",
    "Marshal" => "Marshal.load(Marshal.dump(Tree::Root.child('a'))).name",
    "dup" => "Tree::Root.child('a').dup.name",
    "clone" => "Tree::Root.child('a').clone.name",
    "instance_variable_set" => "a = Tree::Root.child('a'); a.instance_variable_set(:@id, 2); a.name",
    "initialize" => "a = Tree::Root.child('a'); a.__send__(:initialize, 2); a.name",
    "initialize_copy" => "a = Tree::Root.child('a'); a.__send__(:initialize_copy, Tree::Root.child('b')); a.name"
  }.each do |way, code|
    it "cannot be forged by #{way}" do
      expect { sandbox.eval(code) }.to raise_error(Kobako::Error) { |error|
        expect(error).to be_a(Kobako::SandboxError).or be_a(Kobako::ServiceError)
      }
    end
  end

  it "cannot be read as a number" do
    expect(sandbox.eval("a = Tree::Root.child('a'); [a.inspect, Integer === a]"))
      .to match([a_string_matching(/\A#<Kobako::Handle/), false])
    expect { sandbox.eval("Integer(Tree::Root.child('a'))") }.to raise_error(Kobako::Error)
  end

  it "are not made by the host from outside" do
    expect { Kobako::Handle.new(1) }.to raise_error(NoMethodError)
    expect { Kobako::Handle.allocate }.to raise_error(NoMethodError)
  end

  it "retain nothing after the invocation" do
    kept = []
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Get, -> { Object.new.tap { |object| kept << WeakRef.new(object) } })
    sandbox.eval("20.times { Host::Get.call }; 1")
    sandbox.eval("raise Host::Get.call.inspect") rescue nil # rubocop:disable Style/RescueModifier

    3.times { GC.start }
    expect(kept.size).to eq(21)
    expect(kept.count(&:weakref_alive?)).to be <= 2
  end

  it "of an earlier invocation are unknown in a later one" do
    dispatcher = Kobako::Transport::Dispatcher.new({})
    id = dispatcher.handles.add(root)
    request = ["\x95\xd6\x01".b, [id].pack("N"), "\xa4name\x90\x80\xc2".b].join

    expect(Kobako::Codec::Decoder.decode(dispatcher.call(request))).to eq([0, "root"])
    dispatcher.finish
    response = Kobako::Codec::Decoder.decode(dispatcher.call(request), dispatcher.handles)
    expect(response.last).to have_attributes(kind: "undefined", message: "handle 1 is unknown in this invocation")
  end
end
