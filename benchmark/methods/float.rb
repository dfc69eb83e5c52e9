f, g = 1234.5678, 0.1

f + g
f / g
f % g
f.divmod(g)
f**2
f.to_s
f.to_i
f.round
f.round(2)
f.floor(1)
f.ceil
f.truncate
f.abs
f.nan?
f.infinite?
f.to_r
f.rationalize(Rational(1, 100))
f <=> g
f == g
f.clamp(1.0, 2.0)
f.hash
Float("1.5")
Math.sqrt(f)
Math.sin(f)
Math.log(f, 10)
Math.hypot(f, g)
