def make_counter(start = 0, step: 1)
  count = start
  increment = -> { count += step }
  decrement = -> { count -= step }
  current = -> { count }
  [increment, decrement, current]
end

up, down, value = make_counter(10, step: 5)
up.call
up.()
down[]
puts value.call

adders = (1..3).map { |n| ->(x) { x + n } }
puts adders.map { |add| add.call(10) }.inspect

compose = adders.inject { |f, g| f >> g }
puts compose.call(0)
double = proc { |x| x * 2 }
puts (double << adders[0]).call(5)
puts (double >> adders[0]).call(5)

def fib_memo
  cache = {}
  fib = ->(n) { n < 2 ? n : cache[n] ||= fib[n - 1] + fib[n - 2] }
  fib
end
puts fib_memo.call(80)

multiply = ->(a, b, c) { a * b * c }
curried = multiply.curry
puts curried[2][3][4]
puts curried.(2, 3).(5)

total = 0
[1, 2, 3].each { |x; y| y = x * 2; total += y }
puts total

x = 10
change = lambda { |v| x = v }
change.call(99)
puts x
[5].each { |x| x + 1 }
puts x

accumulator = Hash.new { |hash, key| hash[key] = [] }
register = ->(event, &handler) { accumulator[event] << handler }
register.call(:start) { |name| "hello #{name}" }
register.call(:start) { |name| "welcome #{name}" }
register.call(:stop) { |name| "bye #{name}" }
accumulator.each { |event, handlers| handlers.each { |h| puts "#{event}: #{h.call('Ann')}" } }

gen = Enumerator.new { |y| a = 1; loop { y << a; a *= 3 } }
puts gen.take(6).inspect
puts((lambda(&double).lambda? rescue false))
puts multiply.arity, double.arity, proc { |*a, b| }.arity, ->(a, b = 1) {}.arity
