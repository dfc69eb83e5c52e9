def search(grid, wanted)
  catch(:found) do
    grid.each_with_index do |row, y|
      row.each_with_index { |cell, x| throw :found, [x, y] if cell == wanted }
    end
    nil
  end
end

grid = [[1, 2, 3], [4, 5, 6]]
p search(grid, 5), search(grid, 9)

result = catch(:outer) do
  catch(:inner) do
    throw :outer, "straight out"
  end
  "not reached"
end
puts result

p catch { |tag| 10.times { |i| throw tag, i if i == 3 } }
p catch(:plain) { throw :plain }
p catch(:value) { 42 }

trace = []
catch(:done) do
  begin
    trace << :start
    throw :done
  ensure
    trace << :cleanup
  end
  trace << :skipped
end
p trace

begin
  throw :nobody
rescue UncaughtThrowError => e
  puts e.class, e.tag.inspect
end

def validate(record)
  catch(:invalid) do
    throw :invalid, "name missing" unless record[:name]
    throw :invalid, "age must be positive" unless record[:age].to_i > 0
    :ok
  end
end
[{ name: "Ann", age: 3 }, { age: 3 }, { name: "Bob", age: -1 }].each { |r| puts validate(r) }

def walk(tree, &block)
  tree.each { |node| node.is_a?(Array) ? walk(node, &block) : block.call(node) }
end
seen = []
catch(:stop) { walk([1, [2, [3, 4]], 5]) { |n| seen << n; throw :stop if n == 3 } }
p seen

outcome = [1, 2, 3].each do |x|
  next if x == 1
  break "broke at #{x}"
end
puts outcome
i = 0
i += 1 while i < 10
puts i
i -= 1 until i.zero?
puts i
n = 0
begin
  n += 1
end while n < 3
puts n
loop_result = loop do
  n += 1
  break n * 2 if n > 5
end
puts loop_result
puts (1..3).each_with_object([]) { |k, a| (1..3).each { |j| next if j == k; a << "#{k}#{j}" } }.join(" ")
for a, b in [[1, 2], [3, 4]] do print a + b, " " end
puts a
redo_count = 0
[1].each { |_| redo_count += 1; redo if redo_count < 3 }
puts redo_count
puts [*1..3, *"a".."c"].inspect, 1.step(2, 0.5).to_a.inspect
