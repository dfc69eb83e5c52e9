class Tokenizer
  KEYWORDS = %w[if else while def end return].freeze
  OPERATORS = %w[== != <= >= && || + - * / = < > ( ) { } ; ,].freeze

  Token = Struct.new(:type, :text, :line)

  def initialize(source)
    @source = source
    @pos = 0
    @line = 1
  end

  def each
    return to_enum(:each) unless block_given?

    while (token = next_token)
      yield token
    end
  end

  include Enumerable

  private

  def peek = @source[@pos]

  def next_token
    skip_space
    return nil if @pos >= @source.length

    c = peek
    if digit?(c)
      number
    elsif letter?(c)
      text = take { |x| letter?(x) || digit?(x) }
      Token.new(KEYWORDS.include?(text) ? :keyword : :name, text, @line)
    elsif c == '"'
      string
    else
      operator
    end
  end

  def skip_space
    while (c = peek) && (c == " " || c == "\n" || c == "\t")
      @line += 1 if c == "\n"
      @pos += 1
    end
  end

  def number
    text = take { |x| digit?(x) || x == "." }
    Token.new(text.include?(".") ? :float : :int, text, @line)
  end

  def string
    @pos += 1
    text = take { |x| x != '"' }
    @pos += 1
    Token.new(:string, text, @line)
  end

  def operator
    op = OPERATORS.find { |o| @source[@pos, o.length] == o }
    raise "line #{@line}: unexpected #{peek.inspect}" unless op

    @pos += op.length
    Token.new(:op, op, @line)
  end

  def take
    start = @pos
    @pos += 1 while @pos < @source.length && yield(peek)
    @source[start...@pos]
  end

  def digit?(c) = c >= "0" && c <= "9"
  def letter?(c) = ("a".."z").cover?(c.downcase) || c == "_"
end

source = <<~'SRC'
  def area(w, h)
    if w <= 0 || h <= 0
      return 0
    end
    label = "size of \ box"
    return w * h * 1.5;
  end
SRC

tokens = Tokenizer.new(source)
tokens.each { |t| puts format("%2d %-8s %s", t.line, t.type, t.text) }
puts tokens.map(&:type).tally.sort.map { |type, n| "#{type}=#{n}" }.join(" ")
puts tokens.select { |t| t.type == :name }.map(&:text).uniq.inspect

begin
  Tokenizer.new("a + $b").to_a
rescue RuntimeError => e
  puts "error: #{e.message}"
end
