# frozen_string_literal: true

# Scripts that once made the interpreter use memory that was no longer its own, each with what it comes to. Where
# CRuby prints the same, the script is in spec/guest/language: changed_under_way.rb or edge_values.rb.
RSpec.describe "A guest whose script changes what the interpreter is working on" do
  key = <<~RUBY
    $asked = 0
    class Key
      def hash = 1
      def eql?(other) = ($asked += 1; $on ? ($on = false; $change.call) : equal?(other))
    end
  RUBY

  cases = {
    "a path that const_missing changes" => [<<~RUBY, "Lookup"],
      $path = +"Unknown\#{"n" * 60}::Other\#{"o" * 60}"
      class Lookup
        def self.const_missing(name) = ($path.replace("x"); $other = Array.new(200) { "-" * 140 }; Lookup)
      end
      Lookup.const_get($path).name
    RUBY
    "names of encodings that are taken away" => [<<~RUBY, [[97, 0], "UTF-8", "UTF-16LE", 1]],
      class String
        remove_const :WideCharacters
        WideCharacters = WIDE = 0x7ffffff0
      end
      class Encoding
        remove_const :NUMBERS
        NUMBERS = 0x7ffffff0
      end
      class Text < String; end
      wide = "a".encode("UTF-16LE")
      [wide.bytes, "a".encoding.name, wide.encoding.name, Text.new("ab").force_encoding("UTF-16LE").length]
    RUBY
    "eql? that deletes the entries after the key" => [<<~RUBY, [nil, 1, 2, 2]],
      #{key}
      $hash = {}
      10.times { |i| $hash[Key.new] = i }
      $change = -> { $hash.keys.last(8).each { |key| $hash.delete(key) }; $asked = 0; false }
      $on = true
      [$hash[Key.new], $asked, $hash.size, $hash.keys.size]
    RUBY
    "eql? that deletes the entry which it says is the one" => [<<~RUBY, [nil, 2, 2, 2]],
      #{key}
      keys = Array.new(3) { Key.new }
      $hash = keys.to_h { |key| [key, "value" * 9] }
      $change = -> { $hash.delete(keys.first); GC.start; true }
      $on = true
      found = $hash[Key.new]
      [found, $hash.size, $hash.keys.size, $hash.values.size]
    RUBY
    "eql? that deletes the entry which is to be deleted" => [<<~RUBY, [2, 2, 2]],
      #{key}
      keys = Array.new(3) { Key.new }
      $hash = keys.to_h { |key| [key, 1] }
      $change = -> { $hash.delete(keys.first); true }
      $on = true
      $hash.delete(Key.new)
      [$hash.size, $hash.keys.size, $hash.to_a.size]
    RUBY
    "hash that deletes entries while they are hashed anew" => [<<~RUBY, [20, 20, 1]],
      class Key
        def initialize(number) = @number = number
        def hash = ($on ? ($on = false; $hash.keys.last(20).each { |key| $hash.delete(key) }; GC.start) : 0; @number)
        def eql?(other) = equal?(other)
      end
      $hash = {}
      40.times { |i| $hash[Key.new(i)] = "value" * 9 }
      $on = true
      $hash.rehash
      [$hash.size, $hash.keys.size, $hash.values.compact.uniq.size]
    RUBY
    "a key of dig that takes out what it is asked for" => [<<~RUBY, [:ok, [1, 2, 3, 4, 5, 6, 7, 8]]],
      class Key
        def to_int = ($holder.clear; GC.start; $other = Array.new(3_000) { { 7 => 8 } }; 0)
      end
      $holder = { 1 => [[:ok]] }
      found = $holder.dig(1, Key.new, 0)
      $holder = [[[1, 2, 3, 4, 5, 6, 7, 8].dup]]
      [found, $holder.dig(0, Key.new)]
    RUBY
    "<=> that takes the least out of the array" => [<<~RUBY, %w[Item Integer]],
      class Item
        attr_reader :number
        def initialize(number) = @number = number
        def <=>(other)
          $asked += 1
          return number <=> other.number if $asked != 5

          $items.replace([1, 2, 3, 4])
          GC.start
          $other = Array.new(3_000) { { 7 => 8 } }
          0
        end
      end
      $asked = 0
      $items = (1..4).map { |number| Item.new(number) }
      $items.minmax.map { |item| item.class.name }
    RUBY
    "a zone that sets the Time anew" => [<<~RUBY, "A #{(2**70) + 3}"],
      class Zone
        def abbr(_) = ($time.__send__(:initialize, 2000); GC.start; $other = Array.new(3_000) { Class.new }; "A")
        def utc_to_local(time) = time
      end
      $time = Time.at(2**70 + 3, in: Zone.new)
      $time.strftime("%Z %s")
    RUBY
    "what an offset is rounded by that sets the Time anew" => [<<~RUBY, "+0000"],
      class Rational
        alias floored floor
        def floor(*) = floored.tap { $time.instance_variable_set(:@offset, 5); GC.start }
      end
      $time = Time.at(0, in: Rational(1, 3))
      $time.strftime("%z")
    RUBY
    "what says that a date is too wide, and changes its format" => [<<~RUBY, RangeError.name],
      require "date"
      class Date; def __too_wide(format) = format.replace("S" * 10); end
      begin
        Date.new(2000).strftime(+"%90000dabc")
      rescue RangeError => e
        e.class.name
      end
    RUBY
    "a default of a Hash while a date is read" => [<<~RUBY, {}],
      class Hash; def default(key = nil) = (GC.start; key == :year ? 1 : nil); end
      require "date"
      Date._strptime("9" * 60, "%C")
    RUBY
    "hash that takes keys out of what is merged" => [<<~RUBY, [true, "value4" * 9]],
      class Key
        def hash = ($on ? ($from.delete(self); GC.start) : 0; 1)
        def eql?(other) = equal?(other)
      end
      $from = {}
      5.times { |i| $from[Key.new] = "value\#{i}" * 9 }
      to = (0...30).to_h { |i| [i, i] }
      $on = true
      to.merge!($from)
      [to.size > 30, to.values.last]
    RUBY
    "hash that empties the hash of a slice" => [<<~RUBY, "value" * 9],
      class Key
        def hash = ($on && ($calls += 1) == 2 ? ($from.clear; GC.start; $other = Array.new(200) { "other" * 9 }) : 0; 1)
        def eql?(other) = equal?(other)
      end
      key = Key.new
      $from = { key => "value" * 9 }
      30.times { |i| $from[i] = i }
      $calls = 0
      $on = true
      $from.slice(key, *0...20)[key]
    RUBY
    "inspect that deletes the entries after it" => [<<~RUBY, true],
      class Key
        def inspect = ($hash.delete($hash.keys.last); GC.start; "key")
      end
      $hash = {}
      10.times { $hash[Key.new] = "value" * 9 }
      $hash.inspect.start_with?("{key")
    RUBY
    "== that fills the hash whose keys it compares" => [<<~RUBY, "hash modified"],
      class Key
        def hash = 1
        def ==(other) = ($hash.clear; 200.times { |i| $hash[i] = i }; false)
      end
      $hash = { Key.new => 1 }
      begin
        $hash.__except([1, 2, 3])
      rescue => e
        e.message
      end
    RUBY
    "hash that empties the keys which are looked up" => [<<~RUBY, [1]],
      class Key
        def hash = ($on ? ($keys.clear; $other = Array.new(50) { Array.new(50, 5) }) : 0; 1)
        def eql?(other) = equal?(other)
      end
      key = Key.new
      $keys = [key] * 50
      hash = { key => 1, **(2...30).to_h { |i| [:"k\#{i}", i] } }
      $on = true
      hash.__pat_values($keys)
    RUBY
    "hash that deletes the entry which is shifted" => [<<~RUBY, "hash modified"],
      class Key
        def hash = ($on ? ($on = false; $hash.delete(self)) : 0; 1)
        def eql?(other) = equal?(other)
      end
      $hash = (0...30).to_h { [Key.new, 1] }
      $on = true
      begin
        $hash.shift
      rescue => e
        e.message
      end
    RUBY
    "a Proc whose copy is not initialized" => [<<~RUBY, [5, 0, [5], [5], 5]],
      copied = Class.new(Proc) { def initialize_copy(other) = self }.new { 5 }.dup
      [copied.call, copied.arity, [1].map(&copied), [2].map(&copied), Class.new { define_method(:five, &copied) }.new.five]
    RUBY
    "an inspect of what keeps something of the interpreter" => [<<~RUBY, [false, false]],
      inspect = Kernel.instance_method(:inspect)
      [5.method(:+), binding].map { |object| inspect.bind_call(object).match?(/_proc|env=/) }
    RUBY
    "a super_method of a module under BasicObject" => [<<~RUBY, %w[Above above]],
      module Above; def place = "above"; end
      class BasicObject; include ::Above; end
      class Object; def place = "object"; end
      method = Object.new.method(:place).super_method
      [method.owner.name, method.call]
    RUBY
    "an argument of a fill that wraps" => [<<~RUBY, "argument too big"],
      begin
        [1, 2].fill(0, 1, 2**63 - 1)
      rescue ArgumentError => e
        e.message
      end
    RUBY
    "integers of an array that the collector has seen" => [<<~RUBY, true],
      kept = (2**64..2**64 + 20_000).to_a
      40_000.times { |i| "text" + i.to_s }
      kept.each_with_index.all? { |number, i| number == 2**64 + i }
    RUBY
    "a fill of what lies before the array" => [<<~RUBY, ["-5..1 out of range", "-9...-4 out of range"]],
      [-5..1, -9...-4].map do |range|
        [1, 2, 3].fill(0, range)
      rescue RangeError => e
        e.message
      end
    RUBY
    "the digits of a number of 25,000" => ["(7**30_000).digits.size", 25_353],
    "lines of uu that are as long as a number can say" => [<<~RUBY, [128, true]],
      packed = ["x", "abc"].pack("a122u2147483647")
      beside = Array.new(50) { "-" * 120 }
      [packed.size, beside.uniq == ["-" * 120]]
    RUBY
    "a String where a number's error belongs" => [<<~RUBY, [true, 100, %w[error error]]],
      classes = Errno.constants.map { |name| Errno.const_get(name) }.grep(Class)
      Errno.constants.each { |name| Errno.__send__(:remove_const, name) rescue nil }
      names = { 2 => :EACCES, 44 => :ENOENT }
      names.each_value { |name| Errno.const_set(name, String) }
      made = names.each_key.map { |number| SystemCallError.new("x", number) rescue $! }
      made.each { |error| error << "y" * 500 rescue nil }
      GC.start
      [made.none?(String), ("z" * 100).size, made.map { |error| "error" if error.is_a?(Exception) }]
    RUBY
    "bytes that a string puts into itself" => [<<~RUBY, %w[fghbcdefghij abcabcdefdef]],
      first = +"abcdefghij"
      second = +"abcdef"
      [first.bytesplice(0, 1, first, 5, 3), second.bytesplice(3, 0, second, 0, 6)]
    RUBY
    "what is no character in a format" => [<<~RUBY, ["ArgumentError"] * 4],
      [-1, 0x110000, 2**32 + 65, -2**40].map { |code| format("%c", code) rescue $!.class.name }
    RUBY
    "an integer of hexadecimal digits that is no float" => [<<~RUBY, [2.0**160, 2.0**80]]
      [Float("0x1" + "0" * 40), Float("0x1" + "0" * 20)]
    RUBY
  }

  cases.each do |name, (script, value)|
    it "outlives #{name}" do
      expect(Kobako::Sandbox.new(memory_limit: 16 << 20, timeout: 600).eval(script)).to eq(value)
    end
  end

  nested = "array = []; 10_000.times { array = [array] }"
  deep = {
    "join" => "array = []; 70_000.times { array = [array] }; array.join",
    "inspect" => "#{nested}; array.inspect",
    "==" => "#{nested}; other = array; #{nested}; array == other",
    "hash" => "#{nested}; array.hash",
    "<=>" => "#{nested}; other = array; #{nested}; array <=> other",
    "JSON.generate without a limit that helps" => "#{nested}; JSON.generate(array, max_nesting: 1_000_000)",
    "a send of sends" => "5.send(*([:send] * 100_000), :itself)",
    "a metaclass" => "c = Class.new; 20_000.times { c = Class.new(c) }; c.singleton_class.singleton_class",
    "a singleton class" => "c = Class.new; 20_000.times { c = c.singleton_class }; c.inspect",
    "a pattern of arrays" => %q(eval("case 1\nin " + "[" * 5_000 + "]" * 5_000 + " then 1\nend")),
    "a pattern of hashes" => %q(eval("case 1\nin " + "{a: " * 5_000 + "1" + "}" * 5_000 + " then 1\nend")),
    "a pattern of alternatives" => %q(eval("case 1\nin " + "2 | " * 20_000 + "3 then 1\nend")),
    "a multiple assignment" => 'eval("(" * 3_000 + "a" + ",)" * 3_000 + " = 1")',
    "the variables of a for" => 'eval("for " + "(" * 3_000 + "a" + ",)" * 3_000 + " in [1]; end")',
    "parameters" => 'eval("->(" + "(" * 3_000 + "a" + ",)" * 3_000 + ") { }")'
  }

  deep.each do |name, script|
    it "raises to the script for #{name} nested too deep" do
      guarded = "begin; #{script}; rescue SystemStackError, SyntaxError => e; e.class.name; end"
      sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20, timeout: 600)
      expect(sandbox.eval(guarded)).to eq("SystemStackError").or eq("SyntaxError")
    end
  end

  it "calls any method on any object without a fault" do
    script = File.read(File.expand_path("../../fixtures/any_method.rb", __dir__))
    expect { Kobako::Sandbox.new(timeout: 600, memory_limit: 64 << 20).eval(script) }.not_to raise_error
  end
end
