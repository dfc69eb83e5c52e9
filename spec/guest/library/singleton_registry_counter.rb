require 'singleton'

class Registry
  include Singleton

  DuplicateKey = Class.new(KeyError)

  def initialize
    @entries = {}
    @created = (@created || 0) + 1
  end
  attr_reader :created

  def register(key, value = nil, &block)
    raise DuplicateKey, "#{key} is already registered" if @entries.key?(key)

    @entries[key] = block || -> { value }
    self
  end

  def [](key) = @entries.fetch(key).call
  def keys = @entries.keys.sort
  def to_s = "#{self.class.name}(#{keys.join(', ')})"
end

registry = Registry.instance
registry.register(:greeting, 'hello').register(:sum) { [1, 2, 3].sum }
puts Registry.instance
p Registry.instance[:greeting], Registry.instance[:sum]
p Registry.instance.equal?(registry), registry.created

attempts = {
  'new' => -> { Registry.new },
  'dup' => -> { registry.dup },
  'clone' => -> { registry.clone },
  'duplicate' => -> { registry.register(:sum, 1) },
  'missing' => -> { registry[:nope] },
  'dump' => -> { Marshal.load(Marshal.dump(Sequence.instance)).equal?(Sequence.instance) }
}

class Sequence
  include Singleton
  def initialize = @n = 0
  def next = @n += 1
  def _dump(_depth) = @n.to_s
  def self._load(text) = instance.tap { |s| s.instance_variable_set(:@n, text.to_i) }
end

class SpecialSequence < Sequence
  def next = super * 10
end

attempts.each do |label, code|
  puts "#{label}: #{code.call.inspect}"
rescue NoMethodError => e
  puts "#{label}: #{e.class} #{e.message[/private method .new' called for/]}"
rescue TypeError, KeyError => e
  puts "#{label}: #{e.class} #{e.message}"
end

p 3.times.map { Sequence.instance.next }, 2.times.map { SpecialSequence.instance.next }, Sequence.instance.next
p Sequence.instance.equal?(SpecialSequence.instance), SpecialSequence.instance.class.superclass
p Registry.include?(Singleton), Registry.respond_to?(:new), Registry.singleton_methods.sort
