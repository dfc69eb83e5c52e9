# frozen_string_literal: true

require_relative "hazard_words"

# Statements of a GuestProgram that pull the ground from under a method of C: they change what it works on, move the
# stack that it may point into, collect, ask for lengths that wrap, or bring objects and methods that nobody expects.
module GuestHazards
  include HazardWords

  HAZARDS = %i[changed_under_way hostile_element default_proc long_lengths methods_as_objects allocated parameters
               fibers_within unwinding self_arguments].freeze
  DEEP = "def deep(n) = n.zero? ? 0 : 1 + deep(n - 1)"

  private

  def hazard(depth)
    kind = pick(STARTS.keys)
    "#{DEEP}\nn = 0\nc = #{pick(STARTS[kind])}\n" \
      "#{new_name} = catch(:t) do\n#{send(pick(HAZARDS), kind, depth)}\nend\n#{name} = c"
  end

  # A method of the kind's object, as it is sent.
  def sent(call) = "c#{call.start_with?("[", "<<", "*") ? " #{call}".sub(" [", "[") : ".#{call}"}"

  def guarded_line(code) = "begin; #{code}; rescue StandardError; end"

  # What happens in the middle of something else.
  def disturbance(kind)
    change = sent(pick(CHANGES[kind]))
    pick([change, change, change, "deep(#{pick([50, 300, 900])})", "GC.start", "c = nil", "#{change}; GC.start",
          "c.dup.clear", "throw :t", "raise 'x'", "Fiber.new { deep(40); c }.resume", "[1] * 2000", "break", "next"])
  end

  # The same where there is no loop to leave.
  def plain_disturbance(kind) = disturbance(kind).sub(/\A(break|next|throw :t)\z/, "deep(99)")

  def now_and_then(kind) = "(n += 1) % #{1 + @random.rand(6)} == 0 and (#{disturbance(kind)})"

  def changed_under_way(kind, depth)
    last = pick(["x", "x.first", "x.last", "nil", "true", "n", expression(depth + 3)])
    "c.#{pick(LOOPS[kind])} { |*x| #{now_and_then(kind)}\n#{last} }"
  end

  def hostile_element(kind, _depth)
    methods = Array.new(1 + @random.rand(4)) { hostile_method(kind) }
    put = { array: "c.insert(#{@random.rand(3)}, e, 1, e)", string: "c << 'q'", hash: "c[e] = e" }[kind]
    given = pick(["e", "[e, e]", "e, e", "{ e => e }", "1, e", "e, 1", ":a, e", "e, k: e", "&e"])
    call = pick(LOOPS[kind] + TAKES_ONE[kind])
    call = "#{call}(#{given})" if chance(60) && !call.include?("(")
    "e = Class.new do\n#{methods.join("\n")}\nend.new\n$c = c\n$n = 0\n#{put}\nc.#{call}"
  end

  def hostile_method(kind)
    "def #{pick(HOSTILE)}(*x, &f)\nn = ($n = ($n || 0) + 1)\nc = $c\n#{pick(["", "return super if n % 3 == 0\n"])}" \
      "#{plain_disturbance(kind)}\n#{pick(["n", "x.first", "self", "'a'", "true", "[1]", "c", "{}", "[self, n]",
                                           "-1"])}\nend"
  end

  def default_proc(_kind, _depth)
    key = pick(["0", "0", ":a", "[1]", "'k'", "1.5", "nil", "c"])
    "c = Hash.new { |h, k| #{pick(DEFAULTS)}; #{pick(%w[k h nil 1])} }\nx = #{pick(USES).gsub("{k}", key)}"
  end

  def long_lengths(kind, _depth)
    lines = Array.new(1 + @random.rand(3)) do
      call = chance(60) ? sent(pick(LONG[kind])) : pick(LONG_OTHERS)
      length = pick(LENGTHS)
      guarded_line("x = #{call.gsub("{a}", length).gsub("{u}", length.delete("-")).gsub("{b}", pick(LENGTHS))}")
    end
    lines.join("\n")
  end

  def methods_as_objects(kind, _depth)
    method = pick(METHODS)
    call = pick(METHOD_CALLS)
    call = "#{call}(#{pick(ARGUMENTS)})" if chance(30) && !call.end_with?(")")
    "k = Class.new do\ndef a(*x, y, k: 1, &f) = [x, y, k]\nalias b a\nalias_method :c, :b\n" \
      "define_method(:d) { |*x, &f| #{plain_disturbance(kind)}; x }\nattr_accessor :e\nalias f e\nalias g d\n" \
      "def method_missing(*x) = x\ndef respond_to_missing?(*) = true\nend\n" \
      "#{"k = Class.new(k) { def b(...) = super; undef_method :c }\n" if chance(30)}o = k.new\nm = #{method}\n" \
      "#{pick(["", "", "k.send(:remove_method, :b)\n", "k = o = nil; GC.start\n"])}" \
      "#{guarded_line("m.#{call}")}\n[m, #{method}].map { |q| q.#{call} }"
  end

  def allocated(_kind, _depth)
    lines = Array.new(1 + @random.rand(5)) do
      given = [":#{pick(CALLS)}", pick(ARGUMENTS)].reject(&:empty?).join(", ")
      guarded_line("o.__send__(#{given})#{" { |*x| x }" if chance(30)}")
    end
    made = pick(%w[allocate allocate allocate allocate allocate.dup instance_method(:initialize) new])
    "o = #{pick(CLASSES)}.#{made}\n#{lines.join("\n")}"
  end

  def parameters(kind, depth)
    list = pick(PARAMETERS)
    anonymous = list.sub("...", "*")
    body = ["#{plain_disturbance(kind)}; binding.local_variables", "yield 1, 2, 3", "nil",
            "deep(200); [1, block_given?]", expression(depth + 3)]
    calls = Array.new(1 + @random.rand(3)) { guarded_line(parameters_call(pick(GIVEN), anonymous)) }
    called = "l = lambda { |#{anonymous}| deep(90); 1 }\n[[1, 2]].each(&l) rescue l.call(1, 2)\n" if chance(30)
    "def km(#{list})\nc = []\n#{pick(body)}\nend\n#{called}#{calls.join("\n")}"
  end

  def parameters_call(given, list)
    own = pick(PARAMETERS).sub("...", "*")
    pick(["km(#{given})", "km(#{given}) { |#{own}| deep(120); GC.start; 1 }", "send(*[:km], #{given})",
          "method(:km).call(#{given})", "method(:km).to_proc.call(#{given})",
          "[[#{given.sub("&:to_s", "1")}]].each(&method(:km))",
          "[c].each { |#{list}| GC.start }"])
  end

  def fibers_within(kind, depth)
    form = pick(FIBERS)
    form.gsub(/\{(\w+)\}/) do
      { "loop" => pick(LOOPS[kind]), "then" => now_and_then(kind), "change" => plain_disturbance(kind),
        "unary" => pick(UNARY_HERE), "value" => expression(depth + 3) }.fetch(Regexp.last_match(1))
    end
  end

  def unwinding(kind, _depth)
    leave = pick(["break 1", "return 2", "throw :t, 3", "raise 'x'", "next 4", "redo if (n += 1) < 4", "retry_it"])
    "l = lambda do\nc.#{pick(LOOPS[kind])} do |*x|\nbegin\n" \
      "c.#{pick(LOOPS[kind])} { |*y| #{now_and_then(kind)}; #{leave} }\n" \
      "rescue StandardError => e\n#{plain_disturbance(kind)}\nensure\n#{now_and_then(kind)}\ndeep(150)\nend\n" \
      "#{"#{leave}\n" if chance(40)}end\nend\nl.call"
  end

  def self_arguments(kind, _depth)
    call = pick(TAKES_ONE[kind])
    "c.#{call}(c) rescue nil\n#{sent(pick(CHANGES[kind]))}\nc.#{call}(c, *c) rescue c.#{pick(UNARY_HERE)}"
  end
end
