# frozen_string_literal: true

# What GuestHazards makes its statements of. `c` is the object that is worked on; {a} and {b} stand for lengths, {u} for
# one without a sign.
module HazardWords
  LENGTHS = [
    "0", "1", "-1", "3", "100", "4096", "-4097", "65535", "2147483647", "-2147483648", "2147483648", "4294967295",
    "4294967296", "1073741824", "536870912", "4611686018427387904", "9223372036854775807", "-9223372036854775808"
  ].freeze
  STARTS = {
    array: [
      "(1..40).to_a", "[3, 1, 2]", "[[1, 2], [3, [4]]]", "Array.new(20) { |i| 'v' * i }", "%w[b a c] * 9",
      "[nil, 1.5, :a, 'x', 2**70]", "[]", "(1..600).to_a", "(1..30).to_a.first(25)"
    ],
    string: [
      "'abc' * 30", "+'grün und blau ' * 4", "'   pad   ' * 9", "'a,b;c d' * 20", "\"\\xff\\0x\" * 25", "+''",
      "('x' * 200)[3, 150]", "'line\n' * 30", "+'日本語'"
    ],
    hash: [
      "(1..40).to_h { |i| [i, i.to_s] }", "{ a: 1, 'b' => [2], 3.5 => nil }", "{}",
      "(1..9).to_h { |i| [[i], { i => i }] }", "Hash.new { |h, k| h[k] = [k] }", "{ 1 => 2 }.compare_by_identity"
    ]
  }.freeze
  CHANGES = {
    array: [
      "clear", "replace([1] * 900)", "push(*1..50)", "concat(c)", "shift(3)", "unshift(1, 2, 3)", "pop(9)",
      "slice!(0, 5)", "compact!", "uniq!", "sort_by!(&:hash)", "fill(7)", "insert(2, c)", "reverse!", "freeze",
      "flatten!", "delete_at(0)", "rotate!(3)", "map!(&:to_s)", "keep_if { false }", "[500] = 1", "[0, 9] = []"
    ],
    string: [
      "clear", "replace('y' * 900)", "<< c", "<< 'ü' * 90", "[0, 3] = ''", "insert(1, 'ü')", "upcase!", "succ!",
      "slice!(0, 4)", "squeeze!", "lstrip!", "rstrip!", "chop!", "prepend('zz' * 30)", "tr!('a-c', 'ü')",
      "force_encoding('BINARY')", "sub!(/./) { c.clear; 'q' }", "setbyte(0, 255)", "reverse!", "freeze",
      "delete!('a')", "gsub!('a', 'bcd')", "concat(c, c)"
    ],
    hash: [
      "clear", "replace({ 1 => 1 })", "delete(c.keys.first)", "store(c.size + 1, 1)", "rehash", "shift", "freeze",
      "compare_by_identity", "merge!((1..90).to_h { |i| [-i, i] })", "default = 3", "delete_if { true }",
      "reject! { |k, _| k == 1 }", "compact!", "transform_values!(&:to_s)", "transform_keys!(&:to_s)", "keep_if {}"
    ]
  }.freeze
  LOOPS = {
    array: [
      "each", "map", "map!", "each_with_index", "select!", "reject!", "delete_if", "keep_if", "sort_by!", "sort!",
      "sort", "uniq", "uniq!", "flat_map", "fill", "inject", "each_slice(2)", "each_cons(3)", "combination(2)",
      "permutation(3)", "product([1,2])", "group_by", "partition", "zip([1,2])", "index", "rindex", "delete(1)",
      "sum", "min", "max", "min_by", "bsearch", "each_index", "reverse_each", "cycle(2)", "sort_by", "each_entry",
      "to_h", "take_while", "drop_while", "find_index", "count", "any?", "all?", "none?", "each_with_object([])",
      "repeated_combination(2)", "filter_map", "tally_by", "zip(c)", "fetch(99)", "fetch_values(0,77)", "dig(0)",
      "minmax_by", "sum_by", "chunk_while", "slice_when", "inject(:+)", "assoc(1)", "bsearch_index", "rotate!",
      "values_at(0,90)"
    ],
    string: [
      "each_char", "each_byte", "each_line", "gsub(/./)", "gsub!(/[a-c]/)", "sub!(/b/)", "sub('a')", "scan(/\\w+/)",
      "each_grapheme_cluster", "upto('zz')", "partition('b')", "tr('a','b')", "each_char.with_index", "delete('a')",
      "count('a-z')", "squeeze", "split(',')", "unpack('a*C*')", "each_codepoint", "gsub('b')", "sum", "crypt",
      "chars.each", "lines.map", "index(/b/)", "match(/(a)(b)?/)", "tr_s('a-b','xy')", "casecmp('ABC')",
      "start_with?(/a/)", "byteslice(2,90)"
    ],
    hash: [
      "each", "each_pair", "each_key", "each_value", "map", "select", "select!", "reject!", "delete_if", "keep_if",
      "transform_values", "transform_values!", "transform_keys", "transform_keys!", "merge!({1=>2,9=>8})",
      "merge({1=>1})", "update({2=>2})", "sort_by", "group_by", "any?", "all?", "find", "sum", "min_by", "to_h",
      "filter_map", "each_with_index", "fetch(77)", "delete(1)", "dig(1)", "inject", "partition", "default_proc",
      "invert", "flat_map", "count", "each_with_object({})", "reduce", "sort", "uniq", "fetch_values(1,88)",
      "values_at(1,2)", "sum_by", "each_entry", "zip", "key(3)", "compact", "to_a.each"
    ]
  }.freeze
  TAKES_ONE = {
    array: [
      "join", "flatten", "flatten!", "hash", "==", "<=>", "include?", "-", "|", "&", "+", "*", "<=>", "pack", "first",
      "sample", "inspect", "to_h", "transpose", "product", "concat", "delete", "rassoc", "difference", "union",
      "intersection", "intersect?", "eql?", "push"
    ],
    string: [
      "+", "*", "%", "==", "<=>", "=~", "index", "include?", "sub", "gsub", "tr", "start_with?", "insert", "replace",
      "concat", "prepend", "center", "split", "unpack1", "[]", "[]=", "slice!", "casecmp?", "delete_prefix", "count",
      "match?", "to_sym", "each_line", "partition"
    ],
    hash: [
      "==", "merge", "key?", "value?", "[]", "[]=", "key", "fetch", "delete", "inspect", "to_s", "hash", "eql?",
      "dig", "store", "invert", "replace", ">", "<=", "assoc", "rassoc", "values_at", "slice", "except", "any?",
      "filter_map", "sum", "to_a"
    ]
  }.freeze
  LONG = {
    array: [
      "fill(0, {a}, {b})", "[{a}, {b}]", "[{a}] = 1", "[{a}, {b}] = [1, 2]", "first({a})", "* {a}", "insert({a}, 1)",
      "slice!({a}, {b})", "rotate!({a})", "[{a}..{b}]", "fill({a}..{b}) { 1 }", "combination({a}).first(2)",
      "each_slice({a}).first(2)", "cycle({a}) { break }", "sample({a})", "flatten({a})", "pack('C{u}')",
      "values_at({a}, {a}..{b})", "product([1] * 9).size", "pack('x{u}')", "pack('@{u}')", "pop({a})", "drop({a})",
      "at({a})", "pack('a{u}')", "permutation({a}).size", "dig({a}, {b})", "shift({a})", "delete_at({a})",
      "fetch({a}, 1)", "each_cons({a}).to_a", "slice({a}..)", "slice(({a}..{b}) % 3)", "[..{a}]"
    ],
    string: [
      "* {a}", "[{a}, {b}]", "[{a}, {b}] = 'x'", "ljust({a}, 'ab')", "center({a})", "insert({a}, 'x')",
      "byteslice({a}, {b})", "slice!({a}, {b})", "unpack('a{u}')", "index('a', {a})", "unpack('@{u}C')",
      "rindex('a', {a})", "setbyte({a}, 1)", "getbyte({a})", "sum({a})", "to_i({a})", "byteindex('a', {a})",
      "bytesplice({a}, {b}, 'x')", "split('', {a})", "[{a}..{b}]", "each_line({a}) { }", "truncate({a})",
      "match(/a/, {a})", "rjust({a}, '日本')", "hex ** {a}", "start_with?('a' * {a})", "unpack('x{u}C', offset: {b})",
      "codepoints[{a}]"
    ],
    hash: [
      "first({a})", "[{a}]", "to_a.fill(1, {a}, {b})", "flatten({a})", "each_slice({a}).first(1)", "sum({a})",
      "take({a})", "drop({a})", "min({a})", "max_by({a}) { 1 }", "cycle({a}) { break }", "each_entry.first({a})"
    ]
  }.freeze
  LONG_OTHERS = [
    "Array.new({a}) { break }", "format('%*d', {a}, 1)", "format('%.{u}f', 1.5)", "({a}..{b}).size",
    "format('%{u}s', 'x')", "({a}..{b}).step({b}).first(3)", "({a}..).first(2)", "Integer.sqrt({a})",
    "{a}.pow({b}, {a})", "{a}[{b}]", "{a} << {b}", "{a} >> {b}", "1.5.round({a})", "{a}.digits({b})",
    "{a}.round({b})", "{a}.step({b}, {a}).first(2)", "Random.rand({a})", "{a}.to_s({b})", "{a} / {b}", "{a} % {b}",
    "{a}.fdiv({b})", "{a}.gcd({b})", "{a}.lcm({b})", "{a} * {b}", "({a} - {b}).abs", "-({a})", "Time.at({a}).to_s",
    "Time.at(0) + {a}", "Random.bytes({a})", "Struct.new(:x).new(1)[{a}]", "Rational({a}, {b})", "({a}..{b}).to_a",
    "({a}..{b}).sum", "rand({a}..{b})", "StringIO.new('abc').tap { |s| s.pos = {a} }.read({b})", "{a}.bit_length",
    "{a}.ceil({b})", "{a}.chr", "Time.gm({a}, {b})", "({a}..{b}) % 7", "'%c' % {a}", "1e300.to_i >> {a}",
    "(2**70) << {a}", "(2**200) >> {a}", "(3**90)[{a}]", "(2**70).pow({a}, 7)", "(1.5).floor({a})",
    "sleep({a}) if false"
  ].freeze
  CLASSES = [
    "Object", "String", "Array", "Hash", "Range", "Proc", "Fiber", "Exception", "Struct", "Time", "Random", "Method",
    "UnboundMethod", "Regexp", "MatchData", "Enumerator", "Enumerator::Lazy", "Enumerator::Yielder",
    "Enumerator::Chain", "Set", "Rational", "Complex", "Class", "Module", "IO", "Binding", "StringIO", "Comparable",
    "Struct.new(:x)", "Kobako::Handle", "Data", "NameError", "KeyError", "StopIteration", "Integer", "Float",
    "Symbol", "NilClass", "BasicObject"
  ].freeze
  CALLS = [
    "to_s", "inspect", "hash", "==", "eql?", "<=>", "+", "<<", "[]", "[]=", "call", "each", "next", "peek", "rewind",
    "size", "length", "resume", "alive?", "to_a", "to_h", "to_i", "to_proc", "match", "captures", "begin", "end",
    "first", "last", "bind", "unbind", "owner", "arity", "parameters", "name", "receiver", "message", "full_message",
    "backtrace", "exception", "cause", "key", "result", "initialize_copy", "dup", "clone", "freeze",
    "instance_variables", "local_variables", "eval", "local_variable_set", "read", "gets", "write", "string", "pos=",
    "seek", "lazy", "map", "force", "source", "options", "names", "year", "strftime", "utc", "rand", "bytes", "seed",
    "step", "cover?", "members", "superclass", "new", "allocate", "instance_methods", "source_location", "curry",
    ">>", "ruby2_keywords", "initialize", "deconstruct_keys", "deconstruct", "values", "to_c", "numerator", "polar",
    "abs", "year", "+", "-", "*", "/", "succ", "unpack", "sum", "pack", "join", "flatten", "concat", "transfer"
  ].freeze
  ARGUMENTS = [
    "", "1", "'a'", "nil", "c", "[1, 2]", "{ 1 => 2 }", "/a/", ":to_s", "1..3", "c, c", "Object.new",
    "proc { |x| x }", "method(:puts)", "2**70", "1.5", "0, 1", "k: 1", "*[1] * 30", "**{ x: 1 }"
  ].freeze
  PARAMETERS = [
    "a, *r, p", "*r, p", "a = 1, *r, p, q", "*r, p, &b", "a, b = c, *r, p, k: 1, **o, &f", "k:, **o", "a, (b, *c), d",
    "*, **, &f", "a = p, b = 2", "**nil", "k: deep(60), l: k", "...", "*r, k: r.size", "(a, b), *r, (c, d)", "a, &b"
  ].freeze
  GIVEN = [
    "1", "1, 2", "1, 2, 3", "*c", "*c, 9", "*[1] * 40", "*[1] * 15, 2", "[1, [2, 3]], 4", "k: 1", "**{ k: 2 }",
    "1, k: 3, z: 4", "*c, k: 5", "**{ 'k' => 1 }", "c, &:to_s", "*[2] * 14, k: 1, l: 2", ""
  ].freeze
  HOSTILE = [
    "==", "eql?", "hash", "<=>", "to_s", "to_str", "to_ary", "to_a", "to_i", "to_int", "to_hash", "to_proc", "coerce",
    "inspect", "each", "call", "respond_to?", "===", "=~", "method_missing", "to_sym", "dup"
  ].freeze
  UNARY_HERE = %w[
    hash inspect flatten to_a join first sort uniq
  ].freeze
  DEFAULTS = [
    "deep(400)", "deep(400)", "h.clear", "h[k] = k", "h.compare_by_identity", "h.default = 1", "GC.start", "h.rehash",
    "h[[k]]", "h.replace({})", "raise 'x'", "break 3", "h.merge!((1..50).to_h { |i| [i, i] })"
  ].freeze
  USES = [
    "[c[{k}], c[1], c[2]]", "c[{k}] + c[3].to_s", "c.dig({k}, 1)", "c.values_at(1, {k})",
    "c.fetch_values(1) { |k| c[k] }",
    "c[c[{k}]]", "c[{k}] ||= 2", "c[{k}] += c[4]", "format('%<a>s %{b}', c)", "[1, 2].map(&c)", "'abc'.gsub(/./, c)",
    "{ a: c[1], b: c[2], **c }", "c.to_proc.call({k})", "puts(c[1], c[2])", "[*c[1], *c[2], c[3]]", "c.default({k})"
  ].freeze
  METHODS = [
    "o.method(:b)", "k.instance_method(:b)", "k.instance_method(:c)", "o.method(:d)", "o.method(:e)", "c.method(:each)",
    "c.method(:size)", "c.method(:+)", "k.instance_method(:d)", "o.method(:puts)", "k.method(:new)", "o.method(:zz)",
    "c.class.instance_method(:inspect)", "o.method(:f)"
  ].freeze
  METHOD_CALLS = %w[
    arity parameters owner name inspect unbind source_location curry to_proc hash super_method receiver original_name
    call == === >> << unbind.bind(o) bind(o).call bind_call(o) unbind.bind(c) curry(3) to_proc.call to_proc.arity
    to_proc.parameters owner.instance_methods dup clone
  ].freeze
  # {loop} stands for a method with a block, {then} for what happens in it, {change} for what happens elsewhere.
  FIBERS = [
    "f = Fiber.new { c.{loop} { |*x| Fiber.yield(x); {then}; n } }\n9.times { f.resume if f.alive?; {then} }",
    "e = c.each_entry\nbegin; 5.times { e.next; {then} }; e.rewind; e.size; e.peek; rescue StopIteration; end",
    "e = c.to_enum\nbegin; 5.times { e.next; {then} }; e.rewind; e.size; e.peek; rescue StopIteration; end",
    "fs = Array.new(8) { |i| Fiber.new { |a| deep(i * 60); b = Fiber.yield(a); GC.start; [a, b].{unary} } }\n" \
    "fs.each { |f| f.resume(c) }; c = nil; fs.reverse.map { |f| f.resume(1) }",
    "f = Fiber.new { |x| c.{loop} { |*y| x = Fiber.new { Fiber.yield(deep(50)); y }.resume } }\nf.resume(1)\n" \
    "f = nil; GC.start; c.{loop} { {change} }",
    "f = Fiber.new { begin; c.{loop} { Fiber.yield 1 }; ensure; {change}; end }\nf.resume\n" \
    "begin; f.raise('x'); rescue StandardError; end; f = nil; GC.start",
    "z = Enumerator.new { |y| c.{loop} { |*x| y << x; y.yield(n, x) } }\nz.lazy.map { |*x| {then}; x }.first(4)\n" \
    "z.next; z.with_index(1) { |*x| break x }; z.next",
    "l = proc { |*x| {value} }\nf = Fiber.new(&l); f.resume(*c); l.call(f); f.resume rescue f.alive?"
  ].freeze
end
