class Machine
  def initialize(program)
    @program = program.each_char.select { |c| "+-<>[].,".include?(c) }
    @jumps = match_brackets
  end

  def run(input = "", limit: 100_000)
    tape = Hash.new(0)
    input = input.bytes
    output = +""
    pointer = position = steps = 0
    while (command = @program[position])
      steps += 1
      raise "step limit reached" if steps > limit

      case command
      when ">" then pointer += 1
      when "<" then pointer -= 1
      when "+" then tape[pointer] = (tape[pointer] + 1) % 256
      when "-" then tape[pointer] = (tape[pointer] - 1) % 256
      when "." then output << tape[pointer].chr
      when "," then tape[pointer] = input.shift || 0
      when "[" then position = @jumps[position] if tape[pointer].zero?
      when "]" then position = @jumps[position] unless tape[pointer].zero?
      end
      position += 1
    end
    [output, steps]
  end

  private

  def match_brackets
    stack = []
    @program.each_with_index.with_object({}) do |(command, i), jumps|
      if command == "["
        stack.push(i)
      elsif command == "]"
        open = stack.pop or raise ArgumentError, "unmatched ] at #{i}"
        jumps[open] = i
        jumps[i] = open
      end
    end.tap { raise ArgumentError, "unmatched [ at #{stack.last}" if stack.any? }
  end
end

hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
output, steps = Machine.new(hello).run
puts output, steps
puts Machine.new(",[.,]").run("echo!").first, Machine.new(">,[>,]<[.<]").run("reverse").first
["[[", "+]"].each do |bad|
  Machine.new(bad)
rescue ArgumentError => e
  puts e.message
end
begin
  Machine.new("+[]").run(limit: 50)
rescue RuntimeError => e
  puts e.message
end

# A stack machine for postfix notation.
OPS = { "+" => :+, "-" => :-, "*" => :*, "/" => :fdiv, "max" => ->(a, b) { [a, b].max } }.freeze
def rpn(text)
  stack = text.split.each_with_object([]) do |word, values|
    if (op = OPS[word])
      right, left = values.pop, values.pop
      raise ArgumentError, "stack underflow at #{word}" unless left

      values << (op.is_a?(Proc) ? op.call(left, right) : left.send(op, right))
    else
      values << Float(word)
    end
  end
  raise ArgumentError, "#{stack.size} values left" unless stack.one?

  stack.first
end
["3 4 + 2 *", "5 1 2 + 4 * + 3 -", "2 9 max 3 /", "1 +", "1 2"].each do |text|
  puts "#{text} = #{rpn(text)}"
rescue ArgumentError => e
  puts "#{text}: #{e.message}"
end
