# == Each number of arguments, too few and too many
def some(a, b = a + 1, c = b + 1, &block) = [a, b, c, block&.call]
p some(1), some(1, 5), some(1, 5, 6), some(1) { 7 }, some(1, 2, 3) { 8 }
def all(a = 1, b = 2, c = 3) = [a, b, c, block_given?]
p all, all(0), all(0, 0) {}, all(0, 0, 0)
def many(a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10, k = 11, l = 12, m = 13, n = 14, o = 15) =
  [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o]
p many, many(0), many(*[0] * 6), many(*[0] * 15)
def with_variables(a, b = 2)
  c = d = e = f = g = h = i = j = k = nil
  [a, b, c, d, e, f, g, h, i, j, k].size
end
p with_variables(1), with_variables(1, 2)

[-> { some }, -> { some(1, 2, 3, 4) }, -> { all(1, 2, 3, 4) }, -> { many(*[0] * 16) }].each do |call|
  call.call
rescue ArgumentError => e
  puts e.message
end

# == Keywords of which none is given, and super
class Box
  def keep(a, unit: :m) = [a, unit]
  def keep_all(a, b = 2, unit: :m, **rest) = [a, b, unit, rest]
  def need(a, unit:) = [a, unit]
  def own(a, unit: a, other: unit) = [a, unit, other]
  def yielding(unit: 1) = yield(unit: unit)
end
box = Box.new
p box.keep(1), box.keep(1, unit: :k), box.keep_all(1), box.keep_all(1, 3, more: 4), box.own(1), box.own(1, other: 2)
p box.need(1, unit: 2), box.yielding { |unit:| unit }, box.yielding(unit: 3) { |unit: 0| unit }
[-> { box.need(1) }, -> { box.need(1, other: 2) }, -> { box.keep(1, 2) }, -> { box.keep }, -> { box.keep(1, other: 2) },
 -> { box.keep(1, { unit: 2 }) }, -> { box.keep(1, "unit" => 2) }].each do |call|
  call.call
rescue ArgumentError => e
  puts e.message
end

class Lid < Box
  def keep(a, unit: :lid) = super
  def keep_all(a, b = 3, unit: :lid, **rest) = super
  def own(a, unit: 5, other: 6)
    unit = 9
    super
  end

  def yielding(unit: 7)
    super { |unit:| yield(unit: unit + 1) }
  end
end
lid = Lid.new
p lid.keep(1), lid.keep(1, unit: 2), lid.keep_all(1), lid.keep_all(1, 2, z: 3), lid.own(1), lid.own(1, other: 2)
p lid.yielding { |unit:| unit }
class Deep < Lid
  def keep(a, unit: nil)
    [1].each { return super }
  end

  def own(a, unit: 0, other: 0) = super(a)
end
p Deep.new.keep(4), Deep.new.own(4)

# == Blocks and lambdas
loose = proc { |a, b = 5, k: 3| [a, b, k] }
p loose.call(1), loose.call([1, 2]), loose.call(1, 2), loose.call(1, k: 9), loose.call([1, 2], k: 9), loose.call
strict = ->(a, b = 5, k: 3) { [a, b, k] }
p strict.call(1), strict.(1, 2), strict.(1, k: 0)
[-> { strict.call }, -> { strict.call(1, 2, 3) }].each do |call|
  call.call
rescue ArgumentError => e
  puts e.message
end
p [[1, 2]].map { |a, b = 7| [a, b] }, [[1]].map { |a, b = 7| [a, b] }, [1].map { |a = 3, b = 7| [a, b] }
p [[1]].each_with_index.map { |(a, b), i = 3, k: 1| [a, b, i, k] }

# == What is around sees them
def bound(a = binding.local_variables, k: 2) = [a, binding.local_variable_get(:k)]
p bound, method(:bound).parameters
def recursive(n, acc = [], k: 0) = n == 0 ? [acc, k] : recursive(n - 1, acc + [n], k: k + 1)
p recursive(3)
def captured(a, b = 2, k: 3)
  [-> { [a, b, k] }, ->(v) { k = v }]
end
get, set = captured(1)
set.call(9)
p get.call
def raising(a = raise("in a default"), k: 1) = a
begin
  raising
rescue => e
  puts e.message
end
p raising(1)
Keys = Struct.new(:a, :b, keyword_init: true) do
  def initialize(a: 1, b: 2) = super
end
p Keys.new, Keys.new(b: 3)
