# frozen_string_literal: true

module Statistics
  def mean = sum.fdiv(count)
  def variance(sample: true) = mean.then { |m| sum { |x| (x - m)**2 } / (count - (sample ? 1 : 0)) }
  def deviation(...) = Math.sqrt(variance(...))
  def median = percentile(50)
  def mode = tally.then { |t| top = t.values.max; t.select { |_, n| n == top }.keys.sort }

  def percentile(p)
    sorted = sort
    rank = p / 100.0 * (sorted.size - 1)
    low, high = sorted.values_at(rank.floor, rank.ceil)
    low + (high - low) * (rank % 1)
  end

  def quartiles = [25, 50, 75].map { |p| percentile(p) }
  def outliers = quartiles.then { |q1, _, q3| spread = 1.5 * (q3 - q1); reject { |x| x.between?(q1 - spread, q3 + spread) } }
  def normalize = minmax.then { |lo, hi| map { |x| (x - lo).fdiv(hi - lo).round(3) } }
  def z_scores = [mean, deviation].then { |m, d| map { |x| ((x - m) / d).round(2) } }
  def moving_average(n) = each_cons(n).map { |w| w.sum.fdiv(n).round(2) }
  def ema(alpha) = drop(1).each_with_object([first.to_f]) { |x, acc| acc << (alpha * x + (1 - alpha) * acc.last).round(3) }
  def cumulative = inject([]) { |acc, x| acc << x + (acc.last || 0) }
end
class Array
  include Statistics
end

data = [12, 15, 11, 18, 95, 14, 15, 13, 17, 15]
puts data.mean, data.median, data.mode.inspect, data.variance.round(4), data.deviation(sample: false).round(4), data.quartiles.inspect, data.outliers.inspect, data.percentile(90).round(2)
puts data.normalize.inspect, data.z_scores.inspect, data.moving_average(3).inspect, data.ema(0.5).inspect, data.cumulative.inspect, [1, 2, 2, 3, 3].mode.inspect, [1.5, 2.5].mean, [3].median

def correlation(xs, ys)
  mx, my = xs.mean, ys.mean
  xs.zip(ys).sum { |x, y| (x - mx) * (y - my) } / Math.sqrt(xs.sum { |x| (x - mx)**2 } * ys.sum { |y| (y - my)**2 })
end

def regression(points)
  xs, ys = points.transpose
  slope = xs.zip(ys).sum { |x, y| (x - xs.mean) * (y - ys.mean) } / xs.sum { |x| (x - xs.mean)**2 }
  [slope, ys.mean - slope * xs.mean]
end
points = [[1, 2.1], [2, 3.9], [3, 6.2], [4, 7.8], [5, 10.1]]
slope, intercept = regression(points)
puts format("y = %.3fx %+.3f, r = %.5f", slope, intercept, correlation(*points.transpose)), points.map { |x, y| (y - slope * x - intercept).round(3) }.inspect

def histogram(data, bins: 5)
  min, max = data.minmax
  width = (max - min).fdiv(bins)
  counts = data.each_with_object(Array.new(bins, 0)) { |x, c| c[[((x - min) / width).floor, bins - 1].min] += 1 }
  counts.each_with_index.map { |n, i| format("%6.1f - %6.1f | %-12s %d", min + i * width, min + (i + 1) * width, "*" * n, n) }
end
puts histogram(data), histogram([1, 2, 2, 3, 3, 3, 4, 4, 5], bins: 4)

stem = data.group_by { |x| x / 10 }.sort.map { |s, leaves| "#{s} | #{leaves.map { |x| x % 10 }.sort.join(' ')}" }
puts stem
ranks = data.sort.reverse.each_with_index.group_by(&:first).transform_values { |v| v.sum { |_, i| i + 1 }.fdiv(v.size) }
puts data.map { |x| ranks[x] }.inspect
random = Random.new(7)
rolls = Array.new(600) { random.rand(1..6) + random.rand(1..6) }
expected = (2..12).to_h { |n| [n, (6 - (7 - n).abs) * 600 / 36.0] }
chi = rolls.tally.sum { |n, seen| (seen - expected[n])**2 / expected[n] }
puts rolls.tally.sort.map { |n, c| "#{n}:#{c}" }.join(" "), chi.round(6), rolls.mean.round(5), rolls.deviation.round(5)
pi_inside = 2000.times.count { random.rand**2 + random.rand**2 <= 1 }
gauss = Array.new(4) { Math.sqrt(-2 * Math.log(1 - random.rand)) * Math.cos(2 * Math::PI * random.rand) }
puts pi_inside * 4 / 2000.0, gauss.map { |g| g.round(6) }.inspect
welford = data.each_with_index.inject([0.0, 0.0]) { |(m, s), (x, i)| d = x - m; m += d / (i + 1); [m, s + d * (x - m)] }
puts welford.map { |v| v.round(6) }.inspect, (0.1 + 0.2 + 0.3).to_s, [0.1] * 10 == [0.1] * 10, ([0.1] * 10).sum, ([0.1] * 10).inject(:+), [1e100, 1.0, -1e100].sum, [3, 0.1, 1r / 3].sum, [0.1, 0.2, 0.3].sum == 0.6, data.sum / data.size, data.minmax.sum.fdiv(2), [1, 2, 3, 4].inject(:*) ** 0.25, 4.0.fdiv(3).floor(3), -2.5.round, 2.5.round(half: :even), 2.5.round(half: :down), 25.round(-1, half: :even), 1.15.round(1), 1e-10.round(5), 12345.6789.floor(-2), 0.1.rationalize(1r / 100), 3.14.to_r.class
