# Weighted grades, medians, deviations, ranks with ties, curves.
scores = { "Ann" => [90, 85, 77], "Ben" => [60, 75, 88], "Cal" => [90, 85, 77], "Dee" => [100, 40, 65] }
weights = [0.2, 0.3, 0.5]
weighted = scores.transform_values { |list| list.zip(weights).sum { |s, w| s * w }.round(1) }
mean = ->(list) { list.sum.fdiv(list.size) }
median = ->(list) { s = list.sort; m = s.size / 2; s.size.odd? ? s[m] : (s[m - 1] + s[m]) / 2.0 }
deviation = ->(list) { m = mean.(list); Math.sqrt(list.sum { |x| (x - m)**2 } / list.size) }
mode = ->(list) { list.tally.then { |t| t.select { |_, n| n == t.values.max }.keys.sort } }
ranks = weighted.values.sort.reverse
weighted.sort_by { |name, w| [-w, name] }.each { |name, w| puts "#{ranks.index(w) + 1}. #{name.ljust(5)}#{w.to_s.rjust(6)} #{"*" * (w / 10)}" }
all = scores.values.flatten
puts mean.(all).round(3), median.(all), deviation.(all).round(4), mode.(all).inspect, all.minmax.inspect, all.sort.each_slice(4).map { |q| median.(q) }.inspect
letters = { 90.. => "A", 80...90 => "B", 70...80 => "C", ...70 => "F" }
letter = ->(score) { letters.find { |range, _| range === score }.last }
puts all.map(&letter).tally.sort.map { |l, n| "#{l}#{n}" }.join(" "), weighted.transform_values(&letter).values.join
puts scores.values.transpose.map { |exam| format("%5.1f", mean.(exam)) }.join(" |"), scores.max_by { |_, l| l.max }.first, scores.min_by { |_, l| l.last - l.first }.first
curved = all.map { |s| [s + (100 - all.max) + 5, 100].min }
puts curved.sum - all.sum, curved.count(100), (0..100).step(20).map { |from| all.count { |s| (from...from + 20).cover?(s) } }.inspect
histogram = all.group_by { |s| s / 10 * 10 }.sort.map { |bin, list| "#{bin.to_s.rjust(3)}-#{bin + 9} #{"#" * list.size}" }
puts histogram, scores.keys.each_cons(2).map { |a, b| "#{a}/#{b}: #{scores[a].zip(scores[b]).map { |x, y| x - y }.inspect}" }
