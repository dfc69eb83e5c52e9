# frozen_string_literal: true

# Literals that are one object for each place: frozen Strings, those of when, large Integers, fractions.

def a = "lit"
p a.equal?(a), a.frozen?
def b = "x".freeze
p b.equal?(b)
def c = -"y"
p c.equal?(c), c.frozen?
def d(x) = case x when "a" then 1 when "b", "c" then 2 else 3 end
p %w[a b c d].map { |x| d(x) }, d(:a)
def e = [1r, 2i, 18446744073709551617, 3.5r, 0x1_0000_0000_0000_0000_0000]
p e, e[0].equal?(e[0]), 3.times.map { e[2] * 2 }.uniq
def f(x) = case x when 18446744073709551616 then :big when 1.5r then :rat else :none end
p f(2**64), f(1.5r), f(1)
p "abc".freeze.size, "a".freeze.upcase
def g(n) = case n when /a/ then :a when "b" then :b when nil then :nil when Integer, Float then :num when ->(x) { x == [1] } then :one end
p %w[xa b].map { |x| g(x) }, g(nil), g(1), g(2.5), g([1])
def i(s) = s == "eq" ? 1 : 2
p i("eq"), i("ne")
def l = __FILE__.frozen?
p l
def m(x = "dflt") = x
p m.equal?(m), m("z")
def n = "a" "b"
p n.frozen?, n
