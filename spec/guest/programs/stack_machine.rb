# A stack machine with an assembler, labels and subroutines.
class Machine
  class Halt < StandardError; end
  Instruction = Struct.new(:op, :arg)

  def self.assemble(source)
    labels = {}
    code = []
    source.each_line do |line|
      line = line.split(";").first.to_s.strip
      next if line.empty?

      if line.end_with?(":")
        labels[line.chomp(":")] = code.size
      else
        op, arg = line.split(" ", 2)
        code << Instruction.new(op.downcase.to_sym, arg)
      end
    end
    code.each { |i| i.arg = labels.fetch(i.arg) { Integer(i.arg) } if i.arg }
    new(code)
  end

  attr_reader :output

  def initialize(code)
    @code = code
    @stack, @calls, @output = [], [], []
    @pc = 0
    @steps = 0
  end

  def run(limit: 1000)
    loop do
      raise "too many steps" if (@steps += 1) > limit

      i = @code.fetch(@pc)
      @pc += 1
      execute(i)
    end
  rescue Halt
    self
  end

  private

  def execute(i)
    case i.op
    when :push then @stack.push(i.arg)
    when :add, :sub, :mul
      b, a = @stack.pop, @stack.pop
      @stack << a.send({ add: :+, sub: :-, mul: :* }[i.op], b)
    when :dup then @stack << @stack.last
    when :swap then @stack[-1], @stack[-2] = @stack[-2], @stack[-1]
    when :over then @stack << @stack[-2]
    when :drop then @stack.pop
    when :jz then @pc = i.arg if @stack.pop.zero?
    when :jmp then @pc = i.arg
    when :call then @calls.push(@pc); @pc = i.arg
    when :ret then @pc = @calls.pop
    when :print then @output << @stack.pop
    when :halt then raise Halt
    else raise ArgumentError, "unknown #{i.op}"
    end
  end
end

factorial = <<~ASM
  push 1      ; accumulator
  push 6
  loop:
    dup
    jz done
    dup
    call times
    push 1
    sub
    jmp loop
  times:      ; acc n n -> acc*n n
    swap
    drop
    swap
    over
    mul
    swap
    ret
  done:
    drop
    print
    halt
ASM
puts Machine.assemble(factorial).run.output.inspect
puts Machine.assemble("push 2\npush 3\nswap\nsub\nprint\nhalt").run.output.inspect
["jmp x", "bogus", "spin:\njmp spin", "push 1"].each do |bad|
  Machine.assemble(bad).run
rescue ArgumentError, IndexError, RuntimeError => e
  puts "#{e.class}: #{e.message}"
end
