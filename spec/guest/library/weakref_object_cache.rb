require 'weakref'

Picture = Struct.new(:name, :bytes) do
  def size = bytes.sum
end

class Cache
  def initialize(&loader)
    @loader = loader
    @refs = {}
    @loads = Hash.new(0)
  end
  attr_reader :loads

  def [](name)
    ref = @refs[name]
    return ref.__getobj__ if ref&.weakref_alive?

    @loads[name] += 1
    @loader.call(name).tap { |object| @refs[name] = WeakRef.new(object) }
  end

  def forget(name) = @refs.delete(name)
  def alive = @refs.select { |_, r| r.weakref_alive? }.keys
end

cache = Cache.new { |name| Picture.new(name, name.bytes) }
held = %w[cat dog].map { |n| cache[n] }

p cache['cat'].equal?(held[0]), cache['dog'].size, cache.loads, cache.alive
cache.forget('cat')
p cache['cat'].equal?(held[0]), cache['cat'] == held[0], cache.loads

ref = WeakRef.new(held[1])
p ref.name, ref.bytes.size, ref.weakref_alive?, ref.class, ref.is_a?(Delegator), ref == held[1], ref.to_a
ref.name = 'wolf'
p held[1].name, ref.inspect, ref.respond_to?(:size), WeakRef.superclass
begin
  ref.fly
rescue NoMethodError => e
  puts e.message[/undefined method .fly'/]
end

text = 'kept'
weak = WeakRef.new(text)
weak << ' alive'
p text, weak.length, weak + '!', "#{weak}", weak == 'kept alive', weak =~ /live/
p WeakRef::RefError.ancestors.first(2), WeakRef::RefError.new('gone').message

map = ObjectSpace::WeakMap.new
key = 'config'
map[key] = held
p map[key].size, map.key?(key), map.size, map.key?('config'), map['other']
p map.keys, map.values.flatten.map(&:name), map.member?(key)
