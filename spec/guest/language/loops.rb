# while, until, loop, redo-free retries, next, break with values, for, begin-while, flip-free ranges.
i = 0
i += 1 while i < 10
puts i
i -= 1 until i.zero?
puts i
begin
  i += 3
end while i < 5
puts i
result = loop do
  i += 1
  next if i.odd?
  break i * 2 if i > 8
end
puts result
for x, y in [[1, 2], [3, 4]] do puts x * y end
puts x
found = [4, 8, 15].each { |n| break n if n > 5 }
puts found, [1, 2].each { |n| break if n > 5 }.inspect, (while true do break end).inspect, (while false do end).inspect
puts [1, 2, 3, 4].map { |n| next 0 if n.even?; n }.inspect, 10.step(1, -3).to_a.inspect, 1.step(2, 0.5).to_a.inspect, 3.downto(1).to_a.inspect, 1.upto(3).select(&:odd?).inspect
outer = (1..3).each do |a|
  (1..3).each do |b|
    next if b == 2
    break if b > a
    puts "#{a}#{b}"
  end
end
puts outer
value = catch(:found) do
  10.times { |a| 10.times { |b| throw :found, [a, b] if a * b == 42 } }
  nil
end
puts value.inspect, catch { |tag| throw tag, 7 }, catch(:x) { 1 }
n = 27
steps = 0
(n = n.even? ? n / 2 : 3 * n + 1; steps += 1) until n == 1
puts steps
grade = ->(s) { case s when 90.. then "A" when 80...90 then "B" when ->(v) { v < 0 } then "?" else "F" end }
puts [95, 85, 10, -1].map(&grade).join, (if false then 1 end).inspect, (1 if true), (puts "x" unless true).inspect
word = case when i > 100 then "big" when i > 5 then "mid" else "small" end
puts word, [[], {}, "", 0, nil].map { |v| case v when nil then :nil when Array, Hash then :coll when String, Numeric then :scalar end }.inspect
a = b = 5
a, b = b + 1, a
puts a, b, (a > b and b > 1), (not a.nil?), (true && nil).inspect, (nil || :default), (a <=> b)
c ||= 9
c &&= c + 1
d = (e = 3) + 1
puts c, d, e, [c, d].max > e ? "yes" : "no"
1.upto(15) { |k| print(k % 15 == 0 ? "FizzBuzz" : k % 5 == 0 ? "Buzz" : k % 3 == 0 ? "Fizz" : k, " ") }
puts
puts __method__.inspect, [__LINE__.class, __FILE__.class].inspect
