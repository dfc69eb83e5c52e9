# A tokenizer as a table of states and handlers, with positions.
class Lexer
  Token = Struct.new(:type, :text, :line, :column) do
    def to_s = "#{type}(#{text})@#{line}:#{column}"
  end
  KEYWORDS = %w[if then else end while].freeze
  OPERATORS = %w[== != <= >= + - * / < > =].sort_by { |o| -o.size }

  include Enumerable

  def initialize(source) = @source = source

  def each
    return enum_for(:each) unless block_given?

    position, line, start = 0, 1, 0
    while position < @source.length
      char = @source[position]
      column = position - start + 1
      text =
        case char
        when "\n"
          line += 1
          start = position + 1
          char
        when " ", "\t" then char
        when "a".."z", "A".."Z", "_" then take(position) { |c| c == "_" || ("a".."z").cover?(c.downcase) || digit?(c) }
        when "0".."9" then take(position) { |c| digit?(c) || c == "." }
        when '"' then string(position)
        when "#" then take(position) { |c| c != "\n" }
        else OPERATORS.find { |o| @source[position, o.size] == o } || (raise ArgumentError, "bad #{char.inspect} at #{line}:#{column}")
        end
      type = classify(text)
      yield Token.new(type, text, line, column) if type
      position += text.size
    end
  end

  private

  def digit?(c) = c.between?("0", "9")
  def take(from, &block) = @source[from..].each_char.take_while(&block).join

  def string(from)
    close = @source.index('"', from + 1) or raise ArgumentError, "open string"
    @source[from..close]
  end

  def classify(text)
    case text
    when *KEYWORDS then :keyword
    when *OPERATORS then :operator
    when ->(t) { t.strip.empty? || t.start_with?("#") } then nil
    when ->(t) { t.start_with?('"') } then :string
    when ->(t) { digit?(t[0]) } then t = text.include?(".") ? :float : :integer
    else :name
    end
  end
end

source = "if count >= 10 then # big\n  total = total + 1.5\nelse name = \"a b\"\nend"
puts Lexer.new(source).map(&:to_s)
puts Lexer.new(source).group_by(&:type).map { |t, l| "#{t}:#{l.size}" }.sort.join(" ")
tokens = Lexer.new("a == b").each
puts tokens.next.text, tokens.peek.text, tokens.next.type, tokens.next.text
begin
  tokens.next
rescue StopIteration
  puts "end"
end
["a ? b", "\"open"].each { |bad| Lexer.new(bad).to_a rescue puts $!.message }
