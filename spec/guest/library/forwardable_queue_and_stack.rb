# Without the require of forwardable
class BoundedQueue
  extend Forwardable
  Full = Class.new(StandardError)

  def_delegators :@data, :size, :empty?, :first, :last, :to_a, :join
  def_delegator :@data, :shift, :dequeue
  def_delegator :@data, :include?, :member?

  attr_reader :limit

  def initialize(limit)
    @limit = limit
    @data = []
  end

  def enqueue(value)
    raise Full, "limit of #{limit} reached, cannot add #{value.inspect}" if size >= limit

    @data.push(value)
    self
  end

  def inspect = "#<#{self.class} #{to_a}>"
end

class Stack
  extend Forwardable

  def_delegators :@store, :push, :pop, :size, :each
  def_delegator :@store, :last, :peek
  include Enumerable

  def initialize(*values) = @store = values
end

q = BoundedQueue.new(2)
begin
  q.enqueue(:a).enqueue(:b).enqueue(:c)
rescue BoundedQueue::Full => e
  puts "#{e.class}: #{e.message}"
end
p q, q.dequeue, q, q.first, q.member?(:a), q.join('-')

stack = Stack.new(1)
stack.push(2, 3)
p stack.peek, stack.pop, stack.size, stack.to_a, stack.reduce(:+), stack.entries.reverse

def balanced?(text)
  pairs = { ')' => '(', ']' => '[', '}' => '{' }
  open = Stack.new
  text.each_char do |c|
    if pairs.value?(c) then open.push(c)
    elsif pairs.key?(c) then return false unless open.pop == pairs[c]
    end
  end
  open.size.zero?
end
['(a[b]{c})', '(]', '((', '', ')'].each { |t| puts "#{t.inspect} #{balanced?(t)}" }

def rpn(text)
  stack = Stack.new
  text.split.each do |token|
    case token
    when /\A-?\d+\z/ then stack.push(token.to_i)
    else
      b, a = stack.pop, stack.pop
      raise ArgumentError, "not enough operands for #{token}" unless a && b
      stack.push(a.public_send(token, b))
    end
  end
  stack.pop
end
p rpn('3 4 + 2 *'), rpn('2 3 ** 1 -')
begin
  rpn('1 +')
rescue ArgumentError => e
  puts e.message
end
