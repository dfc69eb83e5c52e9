# Lengths and positions far beyond what there is.

def outcome
  yield
rescue ArgumentError, IndexError, RangeError, FrozenError => e
  e.class
end

most = 2**63 - 1

p outcome { [1, 2].fill(0, 1, most) }
p outcome { [1, 2].fill(0, 2, 2) }
p outcome { [1].insert(most, 1, 2) }
p outcome { [1].insert(3, 1, 2) }
p outcome { Array.new(-1) }
p outcome { Array.new(2**62) }
p outcome { [1] * (2**62) }
p outcome { "ab" * (2**62) }
p outcome { [1, 2, 3][1, most] }
p outcome { [1, 2, 3][1e300] }
p outcome { [1, 2, 3][Float::NAN] }
p outcome { [1, 2, 3][1.9] }
p outcome { [1, 2, 3][0.5, 1.5] }
p outcome { [1, 2].values_at(0..1, 2..3) }
p outcome { [1, 2, 3].rotate(most) }
p outcome { "abc"[1, most] }
p outcome { "abc"[-2**63, 5] }
p outcome { "abc".byteslice(1, most) }
p outcome { [1].freeze.send(:initialize, 5, 1) }

# An array that shares the elements of another.
all = (1..30).to_a
part = all[5, 20]
part.send(:initialize, 100_000, 7)
p all.sum, part.size, part.sum
all = (1..30).to_a
part = all[5, 20]
p part.slice!(0, 3), all.first(10), part.size

# Floats next to nothing.
[5e-324, 1e-310, 2.2e-308, -5e-324].each { |f| puts format("%e %.3e %.14e %g %.10g %G", f, f, f, f, f, f) }
p 5e-324, -1e-310, 5e-324.round(3)
