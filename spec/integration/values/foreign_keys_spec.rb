# frozen_string_literal: true

RSpec.describe "A handle as a Hash key" do
  recording = Module.new do
    def self.included(mod) = mod.define_singleton_method(:calls) { @calls ||= [] }

    %i[hash eql? == equal? inspect to_s respond_to? class is_a? to_str to_ary to_hash coerce].each do |name|
      define_method(name) do |*|
        self.class::CALLS << name
        ::Kernel.raise ::NoMethodError, name.to_s
      end
    end
  end

  let(:service) do
    Class.new do
      attr_reader :got

      def initialize(nodes) = @nodes = nodes
      def node(index) = @nodes[index]
      def take(*values, **words) = (@got = [values, words]) && nil
      def from_block = (@got = yield) && nil
    end
  end

  def bound(*nodes)
    it = service.new(nodes)
    sandbox = Kobako::Sandbox.new(timeout: 600)
    sandbox.define(:Host).bind(:It, it)
    [sandbox, it]
  end

  uses = {
    "an argument" => ["Host::It.take({ n => 1 })", ->(got) { got.dig(0, 0) }],
    "an element of an argument" => ["Host::It.take([{ n => 1 }])", ->(got) { got.dig(0, 0, 0) }],
    "a keyword" => ["Host::It.take(k: { n => 1 })", ->(got) { got.dig(1, :k) }],
    "a block's value" => ["Host::It.from_block { { n => 1 } }", ->(got) { got }],
    "a result" => ["{ n => 1 }", nil]
  }

  objects = {
    "a BasicObject" => -> { Class.new(BasicObject).new },
    "an object whose hash and eql? record their calls" => lambda {
      Class.new do
        const_set(:CALLS, [])
        include recording
      end.new
    },
    "a Struct of such objects" => lambda {
      inner = Class.new do
        const_set(:CALLS, [])
        def hash = self.class::CALLS << :hash
      end
      Struct.new(:a).new(inner.new)
    }
  }
  objects.each do |kind, make|
    uses.each do |place, (code, find)|
      ["n", "[n]", "{ n => 0 }", "{ 0 => n }"].each do |key|
        it "runs no code of #{kind}, as #{key} in #{place}" do
          object = make.call
          sandbox, it = bound(object)
          value = sandbox.eval("n = Host::It.node(0); #{code.sub("{ n => 1 }", "{ #{key} => 1 }")}")
          hash = find ? find.call(it.got) : value

          expect(hash).to be_compare_by_identity
          expect(hash.size).to eq(1)
          expect(BasicObject.instance_method(:equal?).bind_call(object, innermost(hash))).to be(true)
          calls = recorded(object)
          expect(calls).to eq([])
        end
      end
    end
  end

  def innermost(hash)
    key = hash.keys.first
    key = key.first if Array === key # rubocop:disable Style/CaseEquality
    return key unless Hash === key # rubocop:disable Style/CaseEquality

    inner, value = key.first
    0.equal?(inner) ? value : inner
  end

  def recorded(object)
    klass = Kernel.instance_method(:class).bind_call(object)
    return klass::CALLS if klass.const_defined?(:CALLS)

    Struct === object ? object.a.class::CALLS : [] # rubocop:disable Style/CaseEquality
  end

  it "is found by that object where Ruby compares it by its identity alone" do
    node = Class.new.new
    sandbox, it = bound(node)
    sandbox.eval("n = Host::It.node(0); Host::It.take({ n => 1, 'a' => 2, [n] => 3 })")
    hash = it.got.dig(0, 0)

    expect(hash).not_to be_compare_by_identity
    expect([hash[node], hash["a"], hash[[node]]]).to eq([1, 2, 3])
  end
end
