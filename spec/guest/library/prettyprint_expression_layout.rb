require 'prettyprint'

class Expr
  def self.parse(text)
    tokens = text.scan(/[()]|[^\s()]+/)
    read(tokens).tap { raise ArgumentError, "extra tokens: #{tokens.join(' ')}" unless tokens.empty? }
  end

  def self.read(tokens)
    case (token = tokens.shift)
    when nil then raise ArgumentError, 'unexpected end'
    when ')' then raise ArgumentError, 'unexpected )'
    when '('
      list = []
      list << read(tokens) until tokens.first == ')' || tokens.empty?
      tokens.shift or raise ArgumentError, 'missing )'
      list
    else token
    end
  end

  def self.layout(node, q)
    return q.text(node) unless node.is_a?(Array)

    q.group(1, '(', ')') do
      node.each_with_index do |child, i|
        q.breakable unless i.zero?
        layout(child, q)
      end
    end
  end

  def self.format(node, width)
    PrettyPrint.format(+'', width) { |q| layout(node, q) }
  end
end

source = '(define (hypotenuse a b) (sqrt (+ (* a a) (* b b))) (display "done"))'
tree = Expr.parse(source)
[80, 40, 20].each do |w|
  puts "-- width #{w}", Expr.format(tree, w)
end

['(a (b)', 'a b', ')', ''].each do |bad|
  Expr.parse(bad)
rescue ArgumentError => e
  puts "#{bad.inspect}: #{e.message}"
end

filled = PrettyPrint.format(+'', 24) do |q|
  q.group(2) do
    'the quick brown fox jumps over the lazy dog again'.split.each_with_index do |w, i|
      q.fill_breakable unless i.zero?
      q.text w
    end
  end
end
puts filled
p PrettyPrint.singleline_format(+'') { |q| Expr.layout(tree, q) } == source
nested = PrettyPrint.format(+'', 10) do |q|
  q.group { q.text 'if x'; q.nest(4) { q.breakable; q.text 'then y' }; q.breakable('; '); q.text 'end' }
end
puts nested
p nested.lines.map(&:size), Expr.format('atom', 5), Expr.format([], 5), Expr.format(tree, 20).lines.map { |l| l.chomp.size }.max
