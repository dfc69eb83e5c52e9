# frozen_string_literal: true

require_relative "guest_hazards"

# A program for the guest that follows from a number: literals, containers, blocks, methods, classes,
# exceptions, fibers, output, services with and without blocks, handles, and what breaks each of them.
#
# What it says is random; it mostly runs some way before something is wrong with it.
class GuestProgram
  include GuestHazards

  INTEGERS = %w[0 1 -1 2 7 10 255 1000 -32769 65536 2147483648 4294967295 9007199254740993 -9223372036854775808
                9223372036854775807 9223372036854775808 18446744073709551615 18446744073709551616
                123456789012345678901234567890].freeze
  FLOATS = ["0.0", "-0.0", "1.5", "1e300", "-2.5e-300", "(0.0 / 0.0)", "(1.0 / 0)", "1e16", "0.1", "123456.789"].freeze
  STRINGS = ['""', '"a"', '"abc"', '"grün"', '"\xff\xfe"', '"\0"', '"日本"', "'%s %d'", '"x" * 300', '"\u{10ffff}"',
             '"a,b;c"', '"12ab"', '"\xed\xa0\x80"', '("ab" * 5000)', '"\e[0m"', '"  pad "'].freeze
  SYMBOLS = [":a", ":b", ":key", ":call", ':""', ':"two words"', ':"grün"', ":[]", ":+", ":to_s", ":each",
             ':"\\xff"'].freeze
  UNARY = %w[to_s inspect hash class size length first last reverse sort uniq flatten to_a to_i to_f to_sym keys values
             nil? frozen? dup clone freeze abs chars bytes lines upcase swapcase succ ord chr sum min max compact
             transpose invert to_h to_proc arity itself object_id next pred floor round ceil shuffle sample
             each_char each_with_index lazy tally cycle zip minmax rotate squeeze strip hex oct unpack1 bit_length
             name message backtrace methods instance_variables singleton_class ancestors superclass constants
             resume alive? value child rational rationalize to_c to_r numerator digits permutation].freeze
  BINARY = %w[+ - * / % ** << >> & | ^ == != < > <= >= <=> === =~ eql? equal? concat push index include? start_with?
              end_with? [] fetch dig join split delete insert ljust rjust center take drop first last rotate
              each_slice each_cons combination product count step upto downto divmod fdiv gcd lcm pow
              is_a? respond_to? instance_variable_get send public_send method const_get replace unpack
              merge select reject key key? assoc values_at fill cmp casecmp insert prepend tr delete_at].freeze
  BLOCK_METHODS = %w[map each select reject each_with_index inject sort_by group_by partition find all? any? none? times
                     upto step each_pair each_with_object flat_map zip min_by max_by sum count take_while drop_while
                     each_slice each_cons tap then sort uniq detect find_index each_char each_byte cycle
                     transform_values to_h delete_if filter_map reduce each_entry instance_eval bsearch chunk_while
                     each_key gsub sub tally scan].freeze
  ERRORS = %w[StandardError ArgumentError TypeError RuntimeError KeyError IndexError ZeroDivisionError NameError
              NoMethodError FloatDomainError RangeError StopIteration LocalJumpError FiberError FrozenError Exception
              NoMemoryError SystemStackError NotImplementedError ScriptError Kobako::ServiceError].freeze
  HOOKS = %w[to_s inspect hash == eql? each to_a to_ary to_str to_h coerce call <=> === message method_missing
             respond_to_missing? initialize_copy to_proc exception].freeze
  LOOPS = ["loop {}", "while true;end", "def forever = forever;forever", "(1..).each {}"].freeze

  attr_reader :source

  # @param random [Random]
  def initialize(random)
    @random = random
    @names = %w[a b]
    @methods = []
    @classes = []
    @left = 8 + random.rand(60)
    @source = "a = #{literal}\nb = #{literal}\n#{some(12) { guarded }.join("\n")}\n#{result}\n"
  end

  private

  def pick(list) = list[@random.rand(list.size)]
  def chance(percent) = @random.rand(100) < percent
  def some(most, &) = Array.new(@random.rand(most + 1), &)

  # One of the methods named, by their weights.
  def weighted(choices)
    at = @random.rand(choices.sum { |_, weight| weight })
    choices.each { |name, weight| return name if (at -= weight).negative? }
  end

  def result
    return "[#{@names.uniq.first(6).join(", ")}]" if chance(50)
    return "begin; #{expression(0)}; rescue StandardError => e; e.message; end" if chance(70)

    chance(10) ? "a = [b]; #{@random.rand(3000)}.times { a = [a] }; a" : expression(0)
  end

  # Most of what goes wrong must not end the program.
  def guarded
    return statement(0) if chance(3)

    "begin\n#{statement(0)}\nrescue StandardError => e\n#{name} = e.message\nend"
  end

  def statements(count, depth) = Array.new(count) { statement(depth) }.join("\n")

  STATEMENTS = {
    assignment: 30, output: 8, branch: 7, repeat: 7, call_with_block: 12, rescued: 10, definition: 7, klass: 6,
    service: 14, thrown: 3, fiber: 3, mutation: 7, raised: 1, endless: 1, deep: 2, evaluated: 2, match: 3, jump: 1,
    hazard: 12
  }.to_a.freeze
  FLAT = %i[assignment output mutation service].freeze

  def statement(depth)
    @left -= 1
    return send(pick(FLAT), depth) if depth > 3 || @left.negative?

    send(weighted(STATEMENTS), depth)
  end

  def name = pick(@names)

  def new_name
    @names << "v#{@names.size}" if @names.size < 12 && chance(50)
    pick(@names)
  end

  def assignment(depth)
    return "#{name} #{pick(%w[+ - * / << || && | **])}= #{expression(depth + 1)}" if chance(20)
    return "#{name}, *#{name} = #{expression(depth + 1)}" if chance(5)

    value = expression(depth + 1)
    "#{new_name} = #{value}"
  end

  def output(depth)
    value = expression(depth + 1)
    pick(["puts #{value}", "p(#{value})", "print #{value}, 1", "$stderr.puts(#{value})", "warn(#{value})",
          "$stdout << #{value}", "printf('%s %p', #{value}, 1)", "STDOUT.write(#{value})", "putc(#{value})"])
  end

  def branch(depth)
    test = expression(depth + 1)
    inner = statements(1 + @random.rand(2), depth + 1)
    pick(["if #{test}\n#{inner}\nelse\n#{statement(depth + 1)}\nend", "#{inner} unless #{test}",
          "case #{test}\nwhen #{expression(2)}\n#{inner}\nelse\n#{statement(depth + 1)}\nend",
          "begin; #{inner}; end while (#{name} = false)"])
  end

  def repeat(depth)
    inner = statements(1 + @random.rand(2), depth + 1)
    counter = "n#{@random.rand(1000)}"
    pick(["#{counter} = 0\nwhile (#{counter} += 1) < #{2 + @random.rand(30)}\n#{inner}\nend",
          "#{@random.rand(40)}.times do |#{counter}|\n#{inner}\nend",
          "for #{counter} in [#{literal}, #{literal}] do\n#{inner}\nend",
          "#{counter} = 0\nloop do\n#{counter} += 1\nbreak #{expression(3)} if #{counter} > #{@random.rand(20)}\n" \
          "#{inner}\nend"])
  end

  def call_with_block(depth)
    "#{new_name} = #{expression(depth + 1)}.#{pick(BLOCK_METHODS)}#{arguments(1, depth)} #{block(depth)}"
  end

  def block(depth)
    parameters = pick(["", "|x|", "|x, y|", "|*x|", "|x, (y, z), k: 1|", "|x = 1, **y|", "|x; y|"])
    @names.push("x") if parameters.include?("x") && parameters != "|x; y|"
    inner = statements(@random.rand(2), depth + 1)
    last = pick([expression(depth + 2), expression(depth + 2), "next #{expression(depth + 2)}",
                 "break #{expression(depth + 2)}", "raise #{pick(ERRORS)}", "x", "return #{expression(3)}"])
    @names.delete("x")
    "{ #{parameters} #{inner}\n#{last} }"
  end

  def rescued(depth)
    retried = chance(10) ? "retry if (@tries = (@tries || 0) + 1) < 4" : "e.message"
    "#{new_name} = begin\n#{statements(1 + @random.rand(2), depth + 1)}\n#{expression(depth + 1)}\n" \
      "rescue #{pick(["StandardError", "Exception", pick(ERRORS), "*[#{pick(ERRORS)}]"])} => e\n#{retried}\n" \
      "#{"else\n#{statement(depth + 1)}\n" if chance(15)}" \
      "#{"ensure\n#{statement(depth + 1)}\n" if chance(30)}end"
  end

  def definition(depth)
    method = "m#{@methods.size}"
    parameters = pick(["", "x", "x, y = 1", "*x", "x = nil, *y, k: 2, **z, &f", "x, &f"])
    body = parameters.include?("x") ? "x" : "nil"
    yielded = chance(30) ? "yield(#{body})" : body
    kept = @names
    @names = ["x"].select { parameters.include?("x") }.push("@v")
    text = "def #{method}(#{parameters})\n#{statements(1, depth + 1)}\n" \
           "#{"return #{expression(2)} if #{expression(3)}" if chance(30)}\n#{yielded}\nend"
    @names = kept
    @methods << method
    text
  end

  def klass(depth)
    return assignment(depth) if @names.include?("@v")

    klass = "C#{@classes.size}"
    above = pick([nil, nil, "StandardError", "Array", "Hash", "String", "BasicObject", "Struct.new(:x, :y)", *@classes])
    kept = @names
    @names = ["@v"]
    methods = some(3) { "def #{pick(HOOKS)}(*x, &f)\n#{chance(15) ? expression(1) : statement(depth + 2)}\nend" }
    @names = kept
    @classes << klass
    "class #{klass}#{" < #{above}" if above}\n#{"include #{pick(%w[Comparable Enumerable Kernel])}\n" if chance(30)}" \
      "#{"attr_accessor :v\n" if chance(50)}#{methods.join("\n")}\nend"
  end

  def service(depth)
    value = -> { expression(depth + 2) }
    call = pick([
                  -> { "Host::Echo.call(#{value[]}, k: #{value[]})" }, -> { "Host::Echo[*[#{value[]}]]" },
                  -> { "Host::List.each(#{value[]}) #{block(depth)}" }, lambda {
                                                                          "Host::List.map(#{value[]}) #{block(depth)}"
                                                                        },
                  -> { "Host::List.fold(#{value[]}) #{block(depth)}" }, -> { "Host::List.odd #{block(depth)}" },
                  -> { "Host::List.odd" }, -> { "Host::List.nest(#{@random.rand(12)}) #{block(depth)}" },
                  -> { "Host::List.fail(#{value[]}) #{block(depth) if chance(30)}" },
                  -> { "Host::List.guard #{block(depth)}" }, -> { "Host::List.#{pick(UNARY + BINARY)}(#{value[]})" },
                  -> { "Host::Node.child(#{value[]})" }, -> { "Host::Node.child(1).each #{block(depth)}" },
                  -> { "#{name}.child(#{value[]})" }, -> { "Host::Node.same?(#{value[]})" },
                  -> { "Host::Node.hold({ k: [#{value[]}] })" }, -> { "Host::Echo.#{pick(UNARY)}" },
                  -> { "Host::Echo.method_missing(#{value[]}, #{value[]})" }
                ]).call
    "#{new_name} = #{call}"
  end

  def thrown(depth)
    "#{new_name} = catch(:t) do\n#{statement(depth + 1)}\nthrow #{pick(%w[:t :t :u])}, #{expression(depth + 1)}\nend"
  end

  def fiber(depth)
    "f = Fiber.new do |x|\n#{statements(1,
                                        depth + 1)}\nFiber.yield(#{expression(depth + 1)})\n#{expression(2)}\nend\n" \
      "#{new_name} = [f.resume(1), f.alive?, #{"f.resume, " if chance(70)}#{"f.resume, " if chance(20)}0]"
  end

  def mutation(depth)
    value = expression(depth + 1)
    pick(["#{name} << #{value}", "#{name}[#{expression(3)}] = #{value}", "#{name}.push(#{name})",
          "@v = #{value}", "$g = #{value}", "#{name}.freeze", "#{name}.instance_variable_set(:@v, #{value})",
          "#{name}.define_singleton_method(:#{pick(HOOKS)}) { |*x| #{expression(2)} }", "#{name}.v = #{value}",
          "K#{@random.rand(5)} = #{value}", "alias m9 puts", "undef #{@methods.last || "puts"}",
          "#{name}.concat(#{value})", "#{name}.replace(#{value})", "#{name}.clear"])
  end

  def raised(_depth) = "raise #{pick(ERRORS)}#{", #{expression(2)}" if chance(50)}"
  def endless(_depth) = chance(30) ? pick(LOOPS) : "nil"
  def jump(_depth) = pick(["return #{expression(2)}", "break", "next", "redo if false", "yield 1", "super", "retry"])

  def deep(_depth)
    pick(["#{name} = (1..#{@random.rand(400)}).inject([]) { |i, _| [i] }", "#{name} = [#{name}] * #{@random.rand(500)}",
          "#{name} = [#{name}]; #{name} << #{name}", "h = {}; h[h] = h; #{name} = h",
          "def rec(n) = n.zero? ? #{literal} : [rec(n - 1)]\n#{name} = rec(#{@random.rand(6000)})",
          "#{name} = eval('[' * #{@random.rand(1200)} + ']' * #{@random.rand(1200)})"])
  end

  def evaluated(depth)
    "#{new_name} = #{pick(%w[eval instance_eval binding.eval])}(#{statement(depth + 2).inspect.gsub("#", '\#')})"
  end

  def match(depth)
    "#{new_name} = case #{expression(depth + 1)}\nin [Integer => i, *]\ni\nin { key: }\nkey\n" \
      "in String | Symbol => s\ns\nin nil\n0\n#{"else\n#{expression(2)}\n" if chance(80)}end"
  end

  EXPRESSIONS = {
    literal: 20, variable: 35, unary: 14, binary: 18, container: 10, interpolation: 4, formatted: 2, called: 4,
    made: 5, lambda_of: 3, ternary: 3, power: 2, converted: 3, packed: 2
  }.to_a.freeze

  def expression(depth)
    return chance(40) ? literal : name if depth > 4

    send(weighted(EXPRESSIONS), depth)
  end

  def literal(_depth = 0)
    pick([pick(INTEGERS), pick(INTEGERS), pick(FLOATS), pick(STRINGS), pick(STRINGS), pick(SYMBOLS), "nil", "true",
          "false", "[]", "{}", "(1..5)", "('a'..'e')", "1.5r", "2i", "[1, 2, 3]", "{ key: 1, 'k' => [2] }",
          "%w[x y z]"])
  end

  def variable(_depth) = chance(8) ? pick(%w[@v $g self __method__ K1 Object Kernel $stdout Host::List]) : name
  def unary(depth) = "#{expression(depth + 1)}#{pick(%w[. . . &.])}#{pick(UNARY)}"
  def interpolation(depth) = "\"<\#{#{expression(depth + 1)}}>\""
  def ternary(depth) = "(#{expression(depth + 1)} ? #{expression(depth + 2)} : #{expression(depth + 2)})"
  def power(depth) = "(#{expression(depth + 1)} #{pick(%w[** << >> *])} #{pick(%w[2 64 -3 100 1000 0.5])})"

  def binary(depth)
    operator = pick(BINARY)
    if operator.match?(/\A\W+\z/) && operator != "[]"
      return "(#{expression(depth + 1)} #{operator} #{expression(depth + 1)})"
    end

    "#{expression(depth + 1)}.#{operator}#{arguments(2, depth)}"
  end

  def arguments(most, depth)
    list = some(most) { expression(depth + 2) }
    list << "k: #{expression(depth + 2)}" if chance(4)
    list << "*#{name}" if chance(4)
    "(#{list.join(", ")})"
  end

  def container(depth)
    return "[#{some(4) { expression(depth + 1) }.join(", ")}]" if chance(60)

    "{ #{some(3) { "#{expression(depth + 2)} => #{expression(depth + 1)}" }.join(", ")} }"
  end

  FORMATS = "%d %s %08.3f %x %p %-9s| %+e %c %b %g %*d %1$s%1$s %<a>d %300d %.40f".split.freeze

  def formatted(depth) = "format('#{pick(FORMATS)}', #{expression(depth + 1)}, #{expression(depth + 2)})"

  def called(depth)
    "#{pick(@methods + %w[format rand raise Integer Float String Array block_given? binding catch])}" \
      "#{arguments(2, depth)}#{" #{block(depth + 2)}" if chance(20)}"
  end

  def made(depth)
    "#{pick(@classes + %w[Object Struct.new(:x) String Array Hash Range Class Module Exception Set Complex])}" \
      ".new#{arguments(2, depth)}"
  end

  def lambda_of(depth)
    "#{pick(%w[-> proc lambda])} { #{expression(depth + 1)} }#{pick(["", ".call", ".curry", ".call(1)"])}"
  end

  def converted(depth) = "#{pick(%w[Integer Float String Array Rational Complex])}(#{expression(depth + 1)})"

  def packed(depth)
    "[#{expression(depth + 2)}].pack('#{pick(%w[C* N w U* m a5 G q H* x9 @3])}')" \
      "#{".unpack('#{pick(%w[C* N* U* m a* G q H*])}')" if chance(50)}"
  end
end
