# The last members of a Range, also of a long one, and callers of a deep call.

p (1..2000).last(3), (1...2000).last(2), (1..2000).last(5000).size, (1..5).last(2), (5..1).last(2), (1..2000).last
p (1..2000).last(0), (-3000..-5).last(1), ("a".."zz").last(2), (1..10**20).last, (1.0..2.5).last
begin
  (1..2000).last(-1)
rescue ArgumentError => e
  puts e.message
end

def deep(n, &block) = n == 0 ? block.call : deep(n - 1, &block)
p deep(50) { caller(1, 1).size }, deep(50) { caller_locations(2, 3).map(&:lineno) }, deep(50) { caller(0, 2).size }
p deep(50) { caller(1, 5).uniq.size }, deep(3) { caller_locations(1, 1)[0].lineno }, caller(500, 1)

class Hidden
  A = 1
  begin
    private_constant :A, :None
  rescue NameError => e
    puts e.message
  end
end
p((Hidden::A rescue :hidden))
