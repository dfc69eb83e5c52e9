# Statistics of measured values that keep their digits.
require "bigdecimal"
require "bigdecimal/math"

values = %w[9.81 9.79 9.83 9.80 9.82 9.78 9.84 9.81].map { |text| BigDecimal(text) }
mean = values.sum / values.size
variance = values.sum { |value| (value - mean)**2 } / (values.size - 1)
deviation = variance.sqrt(20)
puts "mean #{mean.round(5).to_s("F")}, variance #{variance.round(8).to_s("F")}, deviation #{deviation.round(8).to_s("F")}"

sorted = values.sort
median = (sorted[3] + sorted[4]) / 2
puts "median #{median.to_s("F")}, range #{(sorted.last - sorted.first).to_s("F")}, mode #{values.tally.max_by(&:last).first.to_s("F")}"
p values.tally.transform_keys { |value| value.to_s("F") }, values.minmax.map(&:to_f), values.index(BigDecimal("9.830"))

weights = [1, 2, 1, 3, 1, 1, 2, 1]
weighted = values.zip(weights).sum { |value, weight| value * weight } / weights.sum
puts "weighted #{weighted.round(6).to_s("F")}"

x = (1..8).map { |i| BigDecimal(i) }
mean_x = x.sum / x.size
slope = x.zip(values).sum { |a, b| (a - mean_x) * (b - mean) } / x.sum { |a| (a - mean_x)**2 }
puts "slope #{slope.round(7).to_s("F")}, intercept #{(mean - slope * mean_x).round(7).to_s("F")}"

geometric = BigMath.exp(values.sum { |value| BigMath.log(value, 20) } / values.size, 20)
harmonic = values.size / values.sum { |value| 1 / value }
puts "geometric #{geometric.round(8).to_s("F")}, harmonic #{harmonic.round(8).to_s("F")}"
p geometric < mean, harmonic < geometric

histogram = values.group_by { |value| value.floor(1) }.sort.to_h
histogram.each { |from, group| puts "#{from.to_s("F")} #{"#" * group.size}" }

scores = values.map { |value| ((value - mean) / deviation).round(3) }
puts scores.map { |score| score.to_s("+F") }.join(" ")
p scores.sum.round(2).zero?, values.each_cons(2).map { |a, b| (b - a).to_s("F") }
