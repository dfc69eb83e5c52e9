require 'benchmark'

def bubble(list)
  a = list.dup
  steps = 0
  loop do
    swapped = false
    a.each_cons(2).with_index do |_, i|
      steps += 1
      next unless a[i] > a[i + 1]

      a[i], a[i + 1] = a[i + 1], a[i]
      swapped = true
    end
    break unless swapped
  end
  [a, steps]
end

def merge_sort(list)
  return [list, 0] if list.size < 2

  left, a = merge_sort(list[0...list.size / 2])
  right, b = merge_sort(list[list.size / 2..])
  steps = a + b
  out = []
  until left.empty? || right.empty?
    steps += 1
    out << (left.first <= right.first ? left.shift : right.shift)
  end
  [out + left + right, steps]
end

rng = Random.new(11)
data = Array.new(60) { rng.rand(1000) }
results = {}
times = { bubble: method(:bubble), merge: method(:merge_sort) }.to_h do |name, algorithm|
  [name, Benchmark.measure(name.to_s) { results[name] = algorithm.call(data) }]
end

times.each do |name, tms|
  sorted, steps = results[name]
  puts "#{name}: sorted=#{sorted == data.sort} steps below #{(steps / 500 + 1) * 500}, timed=#{tms.real >= 0}"
end
p times.values.map(&:class), times[:bubble].label, times[:merge].to_a.size
p Benchmark.realtime { data.sort }.is_a?(Float), Benchmark.realtime { data.sort }.between?(0, 60)
total = times.values.sum(Benchmark::Tms.new)
p total.class, (total / 2).real <= total.real, Benchmark::Tms.new(1.5, 0.5, 0, 0, 3.25, 'job').format('%n: %u %y %t %r').delete('()').strip
t = Benchmark::Tms.new(1, 2, 0, 0, 4)
p t.utime, t.stime, t.total, t.real, (t + t).real, (t - t).total, (t * 3).utime
puts t.format('%10.3u|%10.3r'), Benchmark::CAPTION, Benchmark::FORMAT
p Benchmark::Tms.new(1, 2).to_a, Benchmark.respond_to?(:bmbm)
begin
  Benchmark.measure { raise 'stopped' }
rescue RuntimeError => e
  puts e.message
end
