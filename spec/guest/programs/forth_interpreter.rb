# frozen_string_literal: true

class Forth
  class Error < StandardError; end
  attr_reader :stack, :output

  def self.word(name, arity = 0, &block) = primitives[name.to_s] = [arity, block]
  def self.primitives = @primitives ||= {}

  { "+" => :+, "-" => :-, "*" => :*, "mod" => :%, "and" => :&, "or" => :|, "xor" => :^, "lshift" => :<< }.each { |name, op| word(name, 2) { |a, b| push(a.public_send(op, b)) } }
  { "=" => :==, "<" => :<, ">" => :>, "<=" => :<=, ">=" => :>= }.each { |name, op| word(name, 2) { |a, b| push(a.public_send(op, b) ? -1 : 0) } }
  word("/", 2) { |a, b| b.zero? ? raise(Error, "division by zero") : push(a / b) }
  word(:dup, 1) { |a| push(a, a) }
  word(:drop, 1) { |_| }
  word(:swap, 2) { |a, b| push(b, a) }
  word(:over, 2) { |a, b| push(a, b, a) }
  word(:rot, 3) { |a, b, c| push(b, c, a) }
  word(:negate, 1) { |a| push(-a) }
  word(".", 1) { |a| output << "#{a} " }
  word(:emit, 1) { |a| output << a.chr }
  word(:cr) { output << "\n" }
  word(:depth) { push(stack.size) }
  word(".s") { output << "<#{stack.size}> #{stack.join(' ')} " }
  word("!", 2) { |value, name| @memory[name] = value }
  word("@", 1) { |name| push(@memory.fetch(name, 0)) }
  word(:i) { push(@loops.last) }

  def initialize = (@stack, @output, @words, @memory, @loops, @next_address = [], +"", {}, {}, [], 0)

  def run(source)
    tokens = source.gsub(/\\.*$/, "").gsub(/\( .*?\)/m, "").scan(/\." [^"]*"|\S+/)
    execute(compile(tokens))
    self
  end

  def push(*values) = @stack.push(*values)

  private

  def compile(tokens, *stops)
    code = []
    until tokens.empty?
      token = tokens.shift
      word = token.downcase
      return [code, word] if stops.include?(word)

      code << case word
              when ":"
                name, (body,) = tokens.shift.downcase, compile(tokens, ";")
                [:define, name, body]
              when "if"
                yes, stop = compile(tokens, "else", "then")
                no, = stop == "else" ? compile(tokens, "then") : [[]]
                [:if, yes, no]
              when "begin"
                body, stop = compile(tokens, "until", "while")
                stop == "until" ? [:until, body] : [:while, body, compile(tokens, "repeat").first]
              when "do"
                body, stop = compile(tokens, "loop", "+loop")
                [:do, body, stop == "+loop"]
              when "variable" then [:variable, tokens.shift.downcase]
              when /\A-?\d+\z/ then [:push, word.to_i]
              when /\A\$(\h+)\z/ then [:push, $1.hex]
              when /\A\." (.*)"\z/ then [:print, token[3..-2]]
              else [:call, word]
              end
    end
    stops.empty? ? code : raise(Error, "missing #{stops.join(' or ')}")
  end

  def execute(code)
    code.each do |instruction|
      case instruction
      in [:push, n] then push(n)
      in [:print, text] then output << text
      in [:define, name, body] then @words[name] = body
      in [:variable, name]
        address = @next_address += 1
        @words[name] = [[:push, address]]
      in [:if, yes, no] then execute(pop(1)[0].zero? ? no : yes)
      in [:until, body]
        loop do
          execute(body)
          break unless pop(1)[0].zero?
        end
      in [:while, test, body]
        while (execute(test); pop(1)[0] != 0)
          execute(body)
        end
      in [:do, body, by_step]
        limit, index = pop(2)
        @loops.push(index)
        while @loops.last < limit
          execute(body)
          @loops[-1] += by_step ? pop(1)[0] : 1
        end
        @loops.pop
      in [:call, name] if @words.key?(name) then execute(@words[name])
      in [:call, name]
        arity, block = Forth.primitives.fetch(name) { raise Error, "unknown word #{name}" }
        instance_exec(*pop(arity), &block)
      end
    end
  end

  def pop(n) = @stack.size < n ? raise(Error, "stack underflow") : @stack.pop(n)
end

[
  "1 2 + .", "10 3 - . 7 2 / . -7 2 mod .", ": square dup * ; 5 square . 3 square square .", ": abs dup 0 < if negate then ; -5 abs . 5 abs .",
  ": fact dup 1 > if dup 1 - fact * else drop 1 then ; 5 fact . 20 fact . 25 fact .", "5 0 do i . loop cr 10 0 do i . 3 +loop", "1 begin dup . 2 * dup 100 > until drop",
  "variable x 5 x ! x @ . x @ 1 + x ! x @ .", ': hi ." Hello, World!" cr ; hi hi', "1 2 3 rot .s drop over .s", "72 emit 105 emit $21 emit", ": gcd begin dup while swap over mod repeat drop ; 48 18 gcd .",
  ": fizz 16 1 do i 15 mod 0 = if .\" FizzBuzz \" else i 3 mod 0 = if .\" Fizz \" else i 5 mod 0 = if .\" Buzz \" else i . then then then loop ; fizz", "\\ comment\n1 ( inline ) 2 < .", ": + 42 ; 1 2 + .", "3 0 do 3 0 do i . loop loop"
].each { |source| puts "#{source.inspect} -> #{Forth.new.run(source).then { |f| [f.output.rstrip, f.stack] }.inspect}" }
["+", "1 0 /", "foo", ": open 1", "if"].each do |bad|
  Forth.new.run(bad)
rescue Forth::Error => e
  puts "#{bad}: #{e.message}"
end
p Forth.primitives.size, Forth.primitives.values.map(&:first).tally.sort, Forth.new.run(": a 1 ; : a a 1 + ;").stack
