# == What Enumerable does of integers
NAMES = %i[map collect flat_map collect_concat select filter reject filter_map find detect find_index partition group_by
           sort_by min_by max_by sum count any? all? none? one? take_while drop_while each_entry each_with_index
           each_with_object inject reduce uniq tally to_a each_slice each_cons zip chunk_while slice_when reverse_each
           cycle to_h first min max include? each]
GIVEN = { each_slice: [2], each_cons: [2], each_with_object: [[]], first: [2], include?: [3], cycle: [2], zip: [[7, 8, 9]] }

def shown(value)
  case value
  when Enumerator then [:enumerator, value.size]
  else value.inspect
  end
end

def try(range, name, form)
  seen = []
  block =
    case form
    when :none then nil
    when :one then proc { |x| seen << x; name == :to_h ? [x, 1] : x.is_a?(Array) || x.odd? }
    when :two then proc { |x, y| seen << [x, y]; name == :to_h ? [x, y] : seen.size.odd? }
    when :rest then proc { |*x| seen << x; name == :to_h ? [x, 1] : seen.size.odd? }
    when :lambda then ->(x) { seen << x; name == :to_h ? [x, 1] : %i[sort_by min_by max_by sum].include?(name) ? -x : x.is_a?(Array) || x.even? }
    when :stops then proc { |x| throw :stop, [:stopped, x] }
    end
  result =
    begin
      shown(catch(:stop) { range.__send__(name, *GIVEN.fetch(name, []).map(&:dup), &block) })
    rescue TypeError, NoMethodError, ArgumentError, StopIteration => e
      "#{e.class}: #{e.message}"
    end
  puts "#{range} #{name} #{form}: #{seen} #{result == range.inspect ? :itself : result}"
end

[1..5, 3...3].each do |range|
  (NAMES - %i[min max]).each do |name|
    %i[none one two rest lambda stops].each do |form|
      next if %i[sort_by min_by max_by sum cycle each_entry].include?(name) && form == :none
      next if %i[sort_by min_by max_by sum].include?(name) && form != :lambda && form != :stops
      next if form == :one && %i[inject reduce].include?(name)
      next if form == :lambda && %i[inject reduce each_with_index each_with_object chunk_while slice_when].include?(name)
      next if name == :include? || name == :first ? form != :none : false
      next if form == :none && %i[chunk_while slice_when inject reduce].include?(name)

      try(range, name, form)
    end
  end
end
p (1..4).any?(3), (1..4).any?(Integer), (1..4).all?(1..3), (1..4).none?(9), (1..4).one?(2), (1..4).count(2), (1..4).find_index(3)
p (1..4).find(-> { :none }) { |x| x > 9 }, (1..4).min_by(2) { |x| -x }, (1..4).max_by(2) { |x| -x }, (1..4).inject(:*), (1..4).reduce(10) { |a, b| a - b }
p (1..4).tally({ 1 => 5 }), (1..4).zip(5..8), (1..4).zip(5..8) { |x| x }, (1..3).each_slice(2).to_a, (1..3).each_with_index(&:+)
p (1..4).each_with_index.to_a, (1..6).each_slice(4).map(&:sum), (1..4).each_cons(3).to_a, (1..4).each_entry.to_a

# == As far as many go
many = (1..5000)
p many.count(&:even?), many.any? { |x| x > 4999 }, many.find { |x| x > 4998 }, many.group_by { |x| x % 3 }.transform_values(&:size)
p many.each_slice(1000).map(&:sum), many.each_with_index.sum { |x, i| x * i }, many.to_h { |x| [x, x] }.size, many.flat_map { |x| [x, x] }.size
p many.each_with_object([]) { |x, all| all << x if x % 1000 == 0 }, many.min_by { |x| (x - 700).abs }, many.partition(&:odd?).map(&:size)
p many.tally.size, many.zip(many).size, many.take_while { |x| x < 5 }, many.inject { |a, b| a + b }, many.filter_map { |x| x if x > 4998 }

# == Without an end
found = nil
(1..).each { |x| break found = x if x * x > 1000 }
p found, (1..Float::INFINITY).each { |x| break x if x > 5 }, (5..nil).each { |x| break x * 2 }
p (1..).lazy.map { |x| x * 2 }.first(3), (1..).find { |x| x > 10 }, (1..).each_slice(2).first(2), (1..).take_while { |x| x < 4 }
p (4611686018427387902..).first(4), (4611686018427387902..).each { |x| break x if x > 4611686018427387905 }
p (2**70..).first(2), (1..Float::INFINITY).lazy.select(&:even?).map { |x| x * x }.reject { |x| x % 3 == 0 }.first(4)
p (1..).each_with_index.first(2), (1..).step(3).first(2), (0.5..).step(1).first(2), (1..2.5).each { |x| print x, " " }
begin
  (0.5..).each { |x| p x }
rescue TypeError => e
  puts e.message
end
begin
  (..5).each { |x| p x }
rescue TypeError => e
  puts e.message
end
