# frozen_string_literal: true

require "support/host_objects"
require "support/probe"
require "support/ruby_methods"

RSpec.describe "What no guest reaches of Ruby's own methods" do
  before { Probe::RAN.clear }

  # Objects whose application says yes to each name.
  open = lambda do |klass, *arguments, &block|
    Class.new(klass) { def respond_to_guest?(_name) = true }.new(*arguments, &block)
  end
  list = Class.new do
    include Enumerable
    include Comparable
    include Observable
    include MonitorMixin
    def each(&) = [3, 1, 2].each(&)
    def <=>(_other) = 0
    def respond_to_guest?(_name) = true
  end
  objects = {
    "an Enumerable" => -> { list.new }, "an Array" => -> { open.call(Array, [3, 1]) },
    "a Hash" => -> { open.call(Hash) }, "a String" => -> { open.call(String, "text") },
    "a Set" => -> { open.call(Set, [1, 2]) }, "a Range" => -> { open.call(Range, 1, 3) },
    "a Struct" => -> { open.call(Struct.new(:note), 1) },
    "an OpenStruct" => -> { open.call(OpenStruct, size: 1) }, # rubocop:disable Style/OpenStructUse
    "an Exception" => -> { open.call(KeyError, "text") }, "a Proc" => -> { proc_that_answers },
    "an IO" => -> { open.call(IO, 1) }, "a StringIO" => -> { open.call(StringIO, "text") },
    "a Logger" => -> { open.call(Logger, nil) }, "an ERB" => -> { open.call(ERB, "text") },
    "a Module" => -> { open.call(Module) }, "a Class" => -> { Class.new { def self.respond_to_guest?(_name) = true } },
    "an Enumerator" => -> { open.call(Enumerator) { |out| out << 1 } }, "a Pathname" => -> { open.call(Pathname, "/") },
    "a SimpleDelegator" => -> { open.call(SimpleDelegator, 1) }, "a Monitor" => -> { open.call(Monitor) },
    "a Queue" => -> { open.call(Thread::Queue) }, "a Regexp" => -> { open.call(Regexp, "x") },
    "a Time" => -> { open.call(Time) }
  }

  objects.each do |kind, make|
    it "is one of the list, where #{kind} says yes to each name" do
      object = make.arity.zero? ? instance_exec(&make) : make.call
      closed = closed_methods(object)

      expect(closed).to include("instance_eval", "__send__")
      expect(closed.reject { |name| refused?(object, name) }).to eq([])
    end
  end

  it "is Enumerable#to_set, which would make an object of a class that is bound" do
    made = []
    klass = Class.new { define_method(:initialize) { |*| made << self } }
    box = sandbox(List: list.new, Set: open.call(Set, [1]), Array: open.call(Array, [1]), Class: klass,
                  Get: -> { klass })
    calls = %w[List Set Array].map { |name| "Host::#{name}.to_set(Host::Get.call)" }

    expect(calls.map { |call| message(box, call) }).to all(match(/wrong number of arguments/))
    expect(made).to eq([])
  end

  it "is one of the list that only: lists" do
    expect { sandbox_with_only(list.new, :to_set) }.to raise_error(ArgumentError, /never exposed/)
    expect { sandbox_with_only(JSON, :parse) }.to raise_error(ArgumentError, /never exposed/)
    expect { sandbox_with_only(Kernel, :system) }.to raise_error(ArgumentError, /never exposed/)
    expect { sandbox_with_only(GC, :start) }.to raise_error(ArgumentError, /never exposed/)
  end

  it "is not what the application defines under such a name" do
    object = Class.new { def open(door) = "#{door} opened" and def to_set = 1 }.new

    expect(sandbox(Door: object).eval("Host::Door.open('front')")).to eq("front opened")
  end

  {
    "grep" => "Host::List.grep(Host::Probe.get)", "grep_v" => "Host::List.grep_v(Host::Probe.get)",
    "all?" => "Host::List.all?(Host::Probe.get)", "slice_before" => "Host::List.slice_before(Host::Probe.get)",
    "zip" => "Host::List.zip(Host::Probe.get)", "zip of an Array" => "Host::List.zip([Host::Probe.get])",
    "include?" => "Host::List.include?(Host::Probe.get)", "chain" => "Host::List.chain(Host::Probe.get)",
    "sum" => "Host::List.sum(Host::Probe.get)", "first" => "Host::List.first(Host::Probe.get)",
    "each_slice" => "Host::List.each_slice(Host::Probe.get) { }", "clamp" => "Host::List.clamp(Host::Probe.get, 1)",
    "tally" => "Host::List.tally({ a: Host::Probe.get })", "to_h" => "Host::List.to_h { Host::Probe.get }",
    "sort" => "Host::List.sort { Host::Probe.get }", "sort_by" => "Host::List.sort_by { Host::Probe.get }",
    "min_by" => "Host::List.min_by { Host::Probe.get }", "uniq" => "Host::List.uniq { Host::Probe.get }",
    "group_by" => "Host::List.group_by { [Host::Probe.get] }", "flat_map" => "Host::List.flat_map { Host::Probe.get }",
    "sum of a block" => "Host::List.sum { Host::Probe.get }", "Set#add" => "Host::Set.add(Host::Probe.get)",
    "Set#merge" => "Host::Set.merge(Host::Probe.get)", "Set#|" => "Host::Set | Host::Probe.get",
    "Set#include? of an Array" => "Host::Set.include?([Host::Probe.get])",
    "Set#^" => "Host::Set ^ Host::Probe.get",
    "Set#subset?" => "Host::Set.subset?(Host::Probe.get)", "Array#product" => "Host::Array.product(Host::Probe.get)",
    "Array#flatten" => "Host::Array.flatten(Host::Probe.get)", "Array#join" => "Host::Array.join(Host::Probe.get)",
    "Array#-" => "Host::Array - Host::Probe.get", "Array#pack" => "Host::Array.pack('C', buffer: Host::Probe.get)",
    "Hash#[]" => "Host::Hash[Host::Probe.get]", "Hash#fetch" => "Host::Hash.fetch(Host::Probe.get)",
    "Hash#merge" => "Host::Hash.merge(Host::Probe.get)", "Hash#key?" => "Host::Hash.key?(Host::Probe.get)"
  }.each do |kind, call|
    it "is #{kind} with a host object that the guest passes: nothing of that runs", :untouched do
      probe = Probe.new
      box = sandbox(List: list.new, Set: open.call(Set, [1]), Array: open.call(Array, [1, 2]),
                    Hash: open.call(Hash), Probe: Class.new { define_method(:get) { probe } }.new)
      Probe::RAN.clear

      expect(message(box, call)).to match(/takes no host objects|holds host objects|has no method|undefined method/)
      expect(Probe::RAN).to eq([])
    end
  end

  it "takes host objects where it only keeps or compares them, and where the application wrote it" do
    one = list.new
    pair = open.call(Struct.new(:left))
    own = Class.new { def add(object, &) = [object].each(&) }.new
    box = sandbox(One: one, Array: open.call(Array), Queue: open.call(Thread::Queue), Pair: pair, Own: own,
                  Call: ->(object) { object.equal?(one) }, Get: -> { one })

    expect(box.eval("Host::Call.call(Host::Get.call)")).to be(true)
    box.eval("Host::Queue.push(Host::Get.call); Host::Own.add(Host::Get.call) { |object| object }")
    box.eval("Host::Pair.left = Host::Get.call")
    expect([pair.left, box.eval("Host::Pair.left.between?(Host::Get.call, 1)")]).to eq([one, true])
  end

  it "takes host objects of a block where that is only kept, or asked for its truth" do
    probe = Probe.new
    box = sandbox(List: list.new, Probe: Class.new { define_method(:get) { probe } }.new, File: File.open(__FILE__))
    calls = ["List.map { get }", "List.select { get }", "List.any? { get }", "List.partition { get }",
             "List.each_with_index { get }", "List.each_slice(2) { get }", "List.each_with_object(get) { get }",
             "File.each_line { get }"]
    Probe::RAN.clear
    calls.each { |call| box.eval("def get = Host::Probe.get\nHost::#{call}\n1") }

    expect(Probe::RAN).to eq([])
  end

  it "is a method of another name for one of the list, or for one that takes host objects" do
    klass = Class.new(Set) do
      def respond_to_guest?(_name) = true
      alias_method :as_set, :to_set
      alias_method :with_all, :merge
    end
    box = sandbox(Set: klass.new([1]), Get: -> { Object.new })

    expect(message(box, "Host::Set.as_set")).to include("never exposed")
    expect(message(box, "Host::Set.with_all(Host::Get.call)")).to include("takes no host objects")
  end

  it "is no element of a Set: a host object is found there by identity" do
    one = Object.new
    box = sandbox(Set: Set.new([one, 7]), Get: -> { one }, Other: -> { Object.new })

    expect(box.eval("[Host::Set.include?(Host::Get.call), Host::Set.member?(Host::Other.call), " \
                    "Host::Set.include?(7)]")).to eq([true, false, true])
  end

  Kobako::Exposure::Readers::TABLE.except("Proc", "Method").each do |mod, names|
    it "runs no code of a host object that is an argument of a method of #{mod}" do
      object = table_object(mod)
      exposure = Kobako::Exposure.new(Kobako::Runtime.class_of(object))
      probe = Probe.new
      arguments(probe).product(names.to_a) do |(positional, keywords), name|
        exposure.fetch(object, name, "Host").call(object, positional, keywords)
      rescue Kobako::Transport::Rejection
        next
      end

      expect(Probe::RAN).to eq([])
    end
  end

  def sandbox(**services)
    Kobako::Sandbox.new.tap do |box|
      host = box.define(:Host)
      services.each { |name, object| host.bind(name, object) }
    end
  end

  def sandbox_with_only(object, name) = Kobako::Sandbox.new.define(:Host).bind(:It, object, only: [name])

  def message(box, call)
    box.eval(call).inspect
  rescue Kobako::Error => e
    e.message
  end

  def proc_that_answers
    proc {}.tap { |block| def block.respond_to_guest?(_name) = true }
  end

  # The names of the list that the object has, by the modules that they are from.
  def closed_methods(object)
    klass = Kobako::Runtime.class_of(object)
    Module.instance_method(:public_instance_methods).bind_call(klass, true).map(&:name).select do |name|
      owner = Module.instance_method(:instance_method).bind_call(klass, name).owner
      RubyMethods.list.dig(owner.name, "closed")&.include?(name)
    end
  end

  def refused?(object, name)
    Kobako::Exposure.new(Kobako::Runtime.class_of(object)).fetch(object, name, "Host::It")
    false
  rescue Kobako::Transport::Rejection => e
    e.message.include?("is never exposed")
  end

  def arguments(probe)
    (hash = {}.compare_by_identity)[probe] = 1
    [[[probe], {}], [[1, probe], {}], [[[probe]], {}], [[hash], {}], [[], { limit: probe }], [[1], { chomp: probe }]]
  end

  def table_object(mod)
    { "IO" => -> { File.open(__FILE__) }, "File" => -> { File.open(__FILE__) }, "StringIO" => -> { StringIO.new("a") },
      "Set" => -> { Set.new([1]) }, "Range" => -> { (1..3) }, "Time" => -> { Time.at(0) },
      "Date" => -> { Date.new(2000) }, "DateTime" => -> { DateTime.new(2000) }, "Exception" => -> { KeyError.new },
      "BigDecimal" => -> { BigDecimal(1) }, "Rational" => -> { 1r }, "Complex" => -> { 1i } }.fetch(mod).call
  end
end
