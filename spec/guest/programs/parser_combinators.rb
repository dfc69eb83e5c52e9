# Parser combinators from lambdas: sequences, choices, repetition, arithmetic.
Result = Struct.new(:value, :rest)

class Parser
  def initialize(&run) = @run = run
  def call(text) = @run.call(text)

  def self.char(set) = new { |t| Result.new(t[0], t[1..]) if !t.empty? && set.include?(t[0]) }
  def self.word(word) = new { |t| Result.new(word, t[word.size..]) if t.start_with?(word) }
  def self.lazily(&make) = new { |t| make.call.call(t) }

  def map = Parser.new { |t| (r = call(t)) && Result.new(yield(r.value), r.rest) }
  def |(other) = Parser.new { |t| call(t) || other.call(t) }
  def +(other) = Parser.new { |t| (a = call(t)) && (b = other.call(a.rest)) && Result.new([a.value, b.value], b.rest) }
  def skip(other) = (self + other).map(&:first)
  def then_keep(other) = (self + other).map(&:last)

  def many
    Parser.new do |text|
      values = []
      while (r = call(text))
        values << r.value
        text = r.rest
      end
      Result.new(values, text)
    end
  end

  def some = Parser.new { |t| (r = many.call(t)) && (r unless r.value.empty?) }
  def separated(by) = (self + by.then_keep(self).many).map { |first, rest| [first, *rest] }
end

space = Parser.char(" ").many
token = ->(parser) { parser.skip(space) }
number = token.(Parser.char("0123456789").some.map { |d| d.join.to_i })
symbol = ->(s) { token.(Parser.word(s)) }
expr = nil
factor = number | symbol.("(").then_keep(Parser.lazily { expr }).skip(symbol.(")"))
fold = ->(pair) { pair[1].reduce(pair[0]) { |acc, (op, v)| acc.public_send(op, v) } }
term = (factor + ((symbol.("*") | symbol.("/")) + factor).many).map(&fold)
expr = (term + ((symbol.("+") | symbol.("-")) + term).many).map(&fold)
["1 + 2 * 3", "(1+2)*3", "100 / (2 + 3) - 4 * 2", "7", "2 *", "x"].each do |source|
  r = expr.call(source)
  puts r ? "#{source} => #{r.value} rest #{r.rest.inspect}" : "#{source} => failed"
end
list = symbol.("[").then_keep(number.separated(symbol.(","))).skip(symbol.("]"))
puts list.call("[1, 22 ,333] tail").to_a.inspect
name = Parser.char([*"a".."z"]).some.map(&:join)
pairs = (name.skip(symbol.("=")) + number).separated(symbol.(";")).map(&:to_h)
puts pairs.call("a=1;bc=22").value.sum { |k, v| k.size * v }
