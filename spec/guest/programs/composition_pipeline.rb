# frozen_string_literal: true

# Functional pieces: pipelines with >> and <<, Result and Maybe, lenses, transducers, curried helpers, memoize.
slug = :strip.to_proc >> :downcase.to_proc >> ->(s) { s.gsub(/\W+/, "-") } >> ->(s) { s[0, 12] }
p slug.("  Hello, Big World!  "), (slug << :to_s.to_proc).(:A_b), [" A b ", "C!d"].map(&slug)

class Result
  attr_reader :value, :error

  def self.ok(value) = new(value: value).freeze
  def self.err(error) = new(error: error).freeze
  def self.try
    ok(yield)
  rescue StandardError => e
    err("#{e.class}: #{e.message}")
  end

  def initialize(value: nil, error: nil) = (@value, @error = value, error)
  def ok? = error.nil?
  def then = ok? ? yield(value) : self
  def map = ok? ? Result.ok(yield(value)) : self
  def or_else = ok? ? self : yield(error)
  def fetch(default = nil) = ok? ? value : block_given? ? yield(error) : default
  def deconstruct = ok? ? [:ok, value] : [:err, error]
  def deconstruct_keys(_) = ok? ? { ok: value } : { err: error }
  def self.all(results) = results.find { |r| !r.ok? } || ok(results.map(&:value))
end
parse = ->(s) { Result.try { Integer(s) } }
half = ->(n) { n.even? ? Result.ok(n / 2) : Result.err("#{n} is odd") }
["84", "42", "7", "x"].each do |text|
  case parse.(text).then(&half).then(&half)
  in [:ok, Integer => n] then puts "#{text} -> #{n}"
  in { err: /odd/ => e } then puts "#{text}: #{e}"
  in [:err, message] then puts "#{text} failed with #{message}"
  end
end
p Result.all(%w[1 2 3].map(&parse)).map(&:sum).value, Result.all(%w[1 z y].map(&parse)).error, parse.("q").or_else { Result.ok(0) }.value, parse.("q").fetch(9), parse.("5").map { _1 + 1 }.fetch, parse.("q").fetch { |e| e.size }

module Curry
  MAP = ->(f, list) { list.map(&f) }.curry
  FILTER = ->(f, list) { list.select(&f) }.curry
  REDUCE = ->(f, initial, list) { list.reduce(initial, &f) }.curry
  PROP = ->(key, hash) { hash[key] }.curry
  FLIP = ->(f, a, b) { f.(b, a) }.curry
  PIPE = ->(*fns) { fns.reduce(:>>) }
end
include Curry
total = PIPE[FILTER[PROP[:active]], MAP[PROP[:price]], REDUCE[:+.to_proc][0]]
p total.([{ active: true, price: 3 }, { active: false, price: 100 }, { active: true, price: 4 }]), MAP[:succ.to_proc][[1, 2]], FLIP[:-.to_proc][1][10], MAP.arity, REDUCE[:*.to_proc].(1).([2, 3, 4])

Lens = Struct.new(:getter, :setter) do
  def self.key(k) = new(->(h) { h[k] }, ->(h, v) { h.merge(k => v) })
  def self.index(i) = new(->(a) { a[i] }, ->(a, v) { a.dup.tap { |c| c[i] = v } })
  def get(whole) = getter.(whole)
  def set(whole, v) = setter.(whole, v)
  def over(whole) = set(whole, yield(get(whole)))
  def /(other) = Lens.new(->(w) { other.get(get(w)) }, ->(w, v) { set(w, other.set(get(w), v)) })
end
city = Lens.key(:people) / Lens.index(1) / Lens.key(:city)
data = { people: [{ name: "a" }, { name: "b", city: "rome" }.freeze].freeze }.freeze
changed = city.over(data, &:upcase)
p city.get(data), city.get(changed), changed[:people][0].equal?(data[:people][0]), data[:people][1][:city], city.set(data, nil)[:people][1].to_a

mapping = ->(f) { ->(step) { ->(acc, x) { step.(acc, f.(x)) } } }
filtering = ->(f) { ->(step) { ->(acc, x) { f.(x) ? step.(acc, x) : acc } } }
taking = ->(n) { ->(step) { left = n; ->(acc, x) { (left -= 1) >= 0 ? step.(acc, x) : throw(:done, acc) } } }
transduce = ->(xform, step, init, list) { catch(:done) { acc = init; f = xform.(step); list.each { |x| acc = f.(acc, x) }; acc } }
xform = filtering.(:even?.to_proc) << mapping.(->(x) { x * x }) << taking.(3)
p transduce.(xform, ->(a, x) { a + [x] }, [], 1..), transduce.(xform, :+.to_proc, 0, 1..100)

memo = ->(f) { cache = {}; ->(*args) { cache.fetch(args) { cache[args] = f.(*args) } } }
calls = 0
slow = memo.(->(a, b) { calls += 1; a**b })
p 3.times.map { slow.(2, 10) }, calls, slow.(3, 2), calls
module Memoize
  def memoize(name)
    original = instance_method(name)
    cache = Hash.new { |h, obj| h[obj] = {} }
    define_method(name) { |*args| cache[object_id].fetch(args) { cache[object_id][args] = original.bind(self).call(*args) } }
    name
  end
end
class Grid
  extend Memoize
  attr_reader :work
  def initialize = @work = 0
  memoize def paths(x, y)
    @work += 1
    x.zero? || y.zero? ? 1 : paths(x - 1, y) + paths(x, y - 1)
  end
end
g = Grid.new
p g.paths(16, 16), g.work, Grid.new.work
debounce = ->(list, gap) { list.each_cons(2).filter_map { |(t, v), (u, _)| v if u - t > gap } << list.last[1] }
p debounce.([[0, :a], [1, :b], [5, :c], [6, :d]], 2), [1, 2, 3].zip([4, 5, 6]).map { |a, b| a * b }.sum, (1..3).each_with_object([]).each { |x, acc| acc.unshift(x) }, [[1, :a], [2, :b]].each_with_object({}) { |(n, s), h| h[s] = n }.to_a, [:upcase, :reverse, [:center, 9, "*"]].reduce("abc") { |s, (m, *args)| s.public_send(m, *args) }, 5.then { |x| x + 1 }.then { _1 * 2 }, [1, 2, 3].tap { |l| l.first }.map(&:to_s), %w[a b].each_with_index.map { |s, i| s * (i + 1) }.inject(:+), [3, 1].minmax.then { |a, b| b - a }, (1..4).inject { |a, b| a * b }, [[1, 2], [3, 4]].sum { |a, b| a * b }, [1, [2, [3]]].flatten(1).size
