# Without the require of strscan
class Highlighter
  KEYWORDS = %w[def end if else return while do].freeze
  COLOURS = { keyword: 35, string: 32, number: 36, comment: 90, constant: 33 }.freeze

  def initialize(code) = @scanner = StringScanner.new(code)

  def tokens
    list = []
    list << next_token until @scanner.eos?
    list
  end

  def self.ansi(code)
    new(code).tokens.map { |type, text| COLOURS[type] ? "<#{COLOURS[type]}>#{text}</>" : text }.join
  end

  private

  def next_token
    if (t = @scanner.scan(/\s+/)) then [:space, t]
    elsif (t = @scanner.scan(/#.*/)) then [:comment, t]
    elsif (t = @scanner.scan(/"(?:\\.|[^"\\])*"/)) then [:string, t]
    elsif (t = @scanner.scan(/\d[\d_]*(?:\.\d+)?/)) then [:number, t]
    elsif (t = @scanner.scan(/[A-Z]\w*/)) then [:constant, t]
    elsif (t = @scanner.scan(/[a-z_]\w*[?!]?/)) then [KEYWORDS.include?(t) ? :keyword : :name, t]
    elsif (t = @scanner.scan(/<=>|==|=>|&&|\|\||[-+*\/%=<>]/)) then [:operator, t]
    else [:other, @scanner.getch]
    end
  end
end

CODE = <<~'RUBY'
  # greet someone
  def greet(name)
    return "Hi \"#{name}\"" if name != Nobody
    1_000 <=> 2.5
  end
RUBY

puts Highlighter.ansi(CODE)
counts = Highlighter.new(CODE).tokens.map(&:first).tally
p counts.sort_by { |k, v| [-v, k] }
p Highlighter.new('x = ready? && "a').tokens.reject { |t, _| t == :space }
p Highlighter.new(CODE).tokens.sum { |_, t| t.length } == CODE.length
