# frozen_string_literal: true

# Programs whose translations do what the interpreter does, by what they are about: each gives an Array, or fails.
TIER_PROGRAMS = {
  "counts and compares Integers and Floats" => <<~RUBY,
    log = []
    [[7, 2], [-7, 2], [7.5, 2.0], [0, 5], [-1, 3], [2**40, 3]].each do |a, b|
      i = 0
      while i < 3
        log << [a + b, a - b, a * b, a / b, a % b, a < b, a <= b, a > b, a >= b, a == b, a + 1, a - 1]
        i += 1
      end
    end
    log
  RUBY
  "leaves what is longer than 64 bits to the interpreter" => <<~RUBY,
    a, b, c, d = 2**62 - 2, -2**62 + 2, 1, 2**31
    6.times { a += 1; b -= 1; c *= 1_000_000; d *= d if d < 2**70 }
    e = 4_611_686_018_427_387_904
    e += e
    [a, b, c, d, e, e + e, -e - e - 1, (1 << 62) + (1 << 62), 1 << 63, -1 << 63, 3 << 31, 3 << 32]
  RUBY
  "divides as Ruby does" => <<~RUBY,
    log = []
    [7, -7, 0, 9_223_372_036_854_775_807, -9_223_372_036_854_775_808].each do |a|
      [1, -1, 2, -2, 5].each { |b| log << a / b << a % b }
      log << (a / 0 rescue "none") << (a % 0 rescue "none") << a / 0.5 << a.to_f / 3
    end
    log << 0.0 / 1.0 << -0.0 / 1.0 << 1.0 / 0.0 << -1.0 / 0.0 << (0.0 / 0.0).nan?
  RUBY
  "shifts and combines bits" => <<~RUBY,
    log = []
    [5, -5, 2**31, -2**31, 2**62].each do |a|
      [0, 1, 31, 32, 62, 63, 64, -1].each { |b| log << (a << b) << (a >> b) << (a & b) << (a | b) << (a ^ b) }
      log << a.even? << a.odd? << a.nil? << !a
    end
    log << nil.nil? << !nil << !false << ([] << 1 << 2)
  RUBY
  "calls methods, with themselves and others" => <<~RUBY,
    def fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)
    def even(n) = n == 0 ? true : odd(n - 1)
    def odd(n) = n == 0 ? false : even(n - 1)
    def twice(a, b) = yield(a) + yield(b)
    [fib(15), even(301), odd(301), twice(1, 2) { |x| x * 10 }]
  RUBY
  "calls too deeply as the interpreter does" => <<~RUBY,
    def deep(n) = n + deep(n + 1)
    def down(n) = n == 0 ? 0 : 1 + down(n - 1)
    begin
      deep(0)
    rescue SystemStackError => e
      [e.message, down(1500)]
    end
  RUBY
  "calls too deeply through functions of C, in large frames" => <<~RUBY,
    def up(n, k)
      #{(0...40).map { |i| "v#{i} = n + #{i}; v#{i} = v#{i} * 2 if v#{i} > 3" }.join("\n")}
      k == 0 ? Array.new(1) { up(n + 1, 150) }.size : up(n, k - 1) + v1
    end
    begin
      up(0, 150)
    rescue SystemStackError => e
      [e.message]
    end
  RUBY
  "finds methods that are defined anew" => <<~RUBY,
    def step(n) = n + 1
    log = []
    6.times do |i|
      log << step(i)
      def step(n) = n * 100 if i == 2
      Integer.class_eval { def %(other) = :none } if i == 4
      log << 7 % 4
    end
    log
  RUBY
  "calls the method of the receiver's class" => <<~RUBY,
    class A; def name = :a; end
    class B < A; def name = :b; end
    class C; def name = :c; def method_missing(name, *) = name; end
    class D; private def name = :d; end
    all = [A.new, B.new, C.new, D.new, 5, nil]
    log = []
    3.times { all.each { |one| log << (one.name rescue $!.class.name) } }
    log << C.new.other
  RUBY
  "reads and writes instance variables" => <<~RUBY,
    class Point
      attr_accessor :x, :y, :late
      def initialize(x, y) = (@x, @y = x, y)
      def move(by) = (@x += by; self.y += by; @late = by if by > 2; self)
      def nothing = @nothing
      def frozen_x
        @x = 5
      rescue => e
        e.class.name
      end
    end
    points = Array.new(4) { |i| Point.new(i, i * 0.5) }
    4.times { |by| points.each { |point| point.move(by) } }
    points << Point.new(1, 2).freeze
    points[1].remove_instance_variable(:@late)
    points.map { |point| [point.x, point.y, point.late, point.nothing, point.frozen_x] }
  RUBY
  "reads and writes elements" => <<~RUBY,
    class Own < Array
      def [](i) = "own"
      def []=(i, v)
        push(v)
      end
    end
    log = []
    lists = [[1, 2, 3], Own.new([4]), "text", { 0 => "h" }, [].freeze, Array.new(20) { |i| i }[5, 10]]
    3.times do |i|
      lists.each do |list|
        log << list[i] << list[0] << (list[-1] rescue $!.class.name)
        begin
          list[i] = "x"
        rescue => e
          log << e.class.name
        end
      end
    end
    a, (b, *c), d = 1, [2, 3, 4], nil
    [log, lists.map(&:to_s), a, b, c, d]
  RUBY
  "sees the variables around a block" => <<~RUBY,
    total = 0
    counters = Array.new(3) { |i| count = i; -> { count += 1 } }
    10.times { |i| 4.times { |j| total += i * j; counters[j % 3].call } }
    other = binding
    3.times { |i| other.local_variable_set(:total, total + i) }
    [total, counters.map(&:call)]
  RUBY
  "leaves blocks by next, break and return" => <<~RUBY,
    def first(list) = list.each { |x| return x if x > 2 }
    def none = yield
    found = [1, 2, 3, 4].each { |x| break x * 10 if x == 3 }
    nexts = [1, 2, 3].map { |x| next 0 if x == 2; x }
    throws = catch(:done) { 10.times { |i| throw :done, i if i == 7 } }
    loops = 0
    loop { loops += 1; raise StopIteration if loops > 4 }
    [first([1, 5]), none { 8 }, found, nexts, throws, loops]
  RUBY
  "passes arguments of every kind" => <<~RUBY,
    def all(a, b = a + 1, *c, d: 4, **e, &f) = [a, b, c, d, e, f&.call]
    def two(a, b) = [a, b]
    log = []
    3.times do |i|
      log << all(i) << all(i, 2, 3, d: 5, g: 6) { i } << (two(1) rescue $!.message) << two(*[1, 2])
      [[1, 2], [3, 4]].each { |a, b| log << a << b }
      [[1, [2, 3]]].each { |a, (b, c)| log << c }
      { k: 1 }.each { |k, v| log << k << v }
      [5].each_with_index { |x, n| log << x + n }
      1.upto(2) { log << _1 }
      log << [1, 2].inject { |x, y| x + y } << [1, 2].each_with_object([]) { |x, o| o << x }
    end
    log
  RUBY
  "raises at the very line" => <<~RUBY,
    def risky(n)
      n.times do |i|
        raise ArgumentError, "at \#{i}" if i == 3
      end
    end
    def around(n)
      risky(n)
    ensure
      puts "left"
    end
    log = begin
      around(5)
    rescue => e
      [e.message, e.backtrace]
    end
    p log
    x = [1, 2, nil]
    x.each do |v|
      v + 1
    end
  RUBY
  "goes on in fibers and enumerators" => <<~RUBY,
    fiber = Fiber.new { |x| 5.times { |i| x = Fiber.yield(x + i) }; :end }
    log = Array.new(6) { |i| fiber.resume(i) }
    numbers = Enumerator.new { |y| i = 0; loop { y << (i += 1) } }
    log << numbers.next << numbers.next << numbers.lazy.map { |x| x * 2 }.select(&:even?).first(3)
  RUBY
  "tells the collector what objects get that it has seen" => <<~RUBY,
    class Cell
      attr_accessor :text
      def initialize = @text = nil
      def keep(text) = @text = text
    end
    def put(list, i, text) = list[i] = text
    size = 200
    list, cells = Array.new(size), Array.new(size) { Cell.new }
    others = Array.new(size) { Cell.new }
    lists = Array.new(size) { [1, 2, 3, 4].tap { |own| 4.times { own.pop } } }
    def holder(text = nil) = [->(new) { text = new }, -> { text }]
    def give(text) = yield(text)
    holders = Array.new(size) { holder }
    GC.start
    i = 0
    while i < size
      put(list, i, "a\#{i}")
      cells[i].keep("c\#{i}")
      others[i].text = "o\#{i}"
      lists[i] << "s\#{i}"
      give("h\#{i}", &holders[i][0])
      i += 1
    end
    20_000.times { |n| "garbage \#{n}" }
    [list == Array.new(size) { |i| "a\#{i}" }, cells.map(&:text) == Array.new(size) { |i| "c\#{i}" },
     others.map(&:text) == Array.new(size) { |i| "o\#{i}" }, lists == Array.new(size) { |i| ["s\#{i}"] },
     holders.map { |_, get| get.call } == Array.new(size) { |i| "h\#{i}" }]
  RUBY
  "has the guest do what is no arithmetic" => <<~RUBY,
    LIMIT = 3
    class Odd
      def ==(other) = other.nil? ? nil : "equal"
      def !() = "not"
      def size = "many"
      def [](i) = "at \#{i}"
      def []=(i, v)
        raise IndexError, "no \#{i}" if i == 2
      end
    end
    def look(thing, i) = [thing.size, thing[i], thing == i, !thing, thing.nil?]
    def put(thing, i) = (thing[i] = i; thing)
    class Missing
      def self.const_missing(name) = "const \#{name}"
      def name = [Absent, LIMIT]
    end
    log, text, i = [], +"", 0
    pair = Struct.new(:x, :y)
    while i < 4
      [[1, 2], "text", { 0 => 1, 2 => :two }, Odd.new].each { |thing| log << look(thing, i) }
      [[1], {}, Odd.new].each { |thing| log << (put(thing, i).class.name rescue $!.message) }
      spot = pair.new(i, "\#{i}!")
      spot.x += 1
      text << spot.y << "," << (i == LIMIT ? "end" : [i, i..LIMIT, { i => text.size }].inspect)
      log << [nil == i, :a == :a, "a" == "a", 1.5 == 1.5, 2**70 == 2**70, i == 1.0, [i] == [i], !i, !nil, !!i]
      log << Missing.new.name << spot.to_a
      i += 1
    end
    [log, text]
  RUBY
  "sees what is changed by what the guest does" => <<~RUBY,
    def counted
      count, i = 0, 0
      counter = Hash.new { |hash, key| count += key; count > 9 ? hash[key] = count : count }
      while i < 8
        before = count
        got = counter[i]
        return [:wrong, before, got, count] if got != count || before + i != count
        i += 1
      end
      [count, counter]
    end
    def bound
      x, i, other = 1, 0, binding
      set = ->(v) { other.local_variable_set(:x, v) }
      while i < 4
        set.call(x * 3)
        x += 1
        i += 1
      end
      x
    end
    def deep(n) = n == 0 ? raise("at the end") : [n].sum { |x| deep(x - 1) }
    def rescued(n)
      deep(n)
    rescue => e
      [n, e.message]
    end
    def score(secret, guess)
      exact = secret.chars.zip(guess.chars).count { |x, y| x == y }
      [exact, secret.chars.tally.sum { |c, n| [n, guess.count(c)].min } - exact]
    end
    def solved(secret)
      left, guesses = %w[A B C].repeated_permutation(3).map(&:join), []
      until guesses.last == secret
        guesses << (guess = left.first)
        answer = score(secret, guess)
        left.select! { |code| score(code, guess) == answer && (code != guess || answer == [3, 0]) }
      end
      guesses
    end
    # frames that move while calls of the guest are under way
    def moved(n)
      memo = Hash.new { |hash, m| hash[m] = m < 2 ? m + 0.5 : hash[m - 1] + hash[m - 2] }
      n == 0 ? memo[60] : [memo[n], moved(n - 1)]
    end
    def switches = Fiber.new { i = 0; while i < 3; i += Fiber.yield(i.to_s + "f").to_i; end; :done }
    fiber = switches
    log = [fiber.resume, fiber.resume("1"), fiber.resume("2")]
    held = (0...300).map { |i| s = "held \#{i}"; GC.start if i % 100 == 0; s << s.size.to_s; s }
    [solved("CAB"), moved(40).flatten.sum, counted, bound, (1..5).map { |n| rescued(n * 20) }, log, held.each_with_index.all? { |s, i| s.start_with?("held \#{i}") }]
  RUBY
  "has more symbols and routines than a few" => <<~RUBY,
    #{(0...40).map { |i| "def m#{i}(a) = a + #{i}" }.join("\n")}
    [#{(0...40).map { |i| "m#{i}(1)" }.join(", ")}, #{(0...30).map { |i| "[#{i}].map { |x| x + #{i} }" }.join(", ")}]
  RUBY
  "loops in loops, with every way out" => <<~RUBY,
    log, i = [], 0
    until i == 5
      i += 1
      next if i == 2
      j = 0
      begin
        j += 1
        redo_it = j < 3 && i == 3
        k = 0
        while true
          k += 1
          break if k > j
        end
        log << i * 100 + j * 10 + k
      end while j < i || redo_it
      break if i == 4
    end
    for x in 1..3 do log << x end
    log
  RUBY
  "asks for the names that are there" => <<~RUBY
    log = []
    3.times { |i| log << [defined?(zz), defined?(i), defined?(String), __method__, block_given?] }
    def given = block_given? ? yield : :none
    log << given << given { 1 } << Math.sqrt(2.25) << Math.sqrt(-0.0) << (Math.sqrt(-1.0) rescue $!.class.name)
  RUBY
}.freeze
