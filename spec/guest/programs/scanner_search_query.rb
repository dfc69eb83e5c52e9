require "strscan"

# title:"big cat" AND (author:smith OR -tag:old) year:>=2001 price:10..20
class SearchQuery
  ParseError = Class.new(StandardError)

  def initialize(text)
    @scanner = StringScanner.new(text)
  end

  def parse
    tree = alternatives
    fail_at("unexpected #{@scanner.rest.inspect}") unless @scanner.eos?
    tree
  end

  private

  def alternatives
    branches = [conjunction]
    branches << conjunction while @scanner.skip(/\s*OR\b/)
    branches.size == 1 ? branches.first : [:or, *branches]
  end

  def conjunction
    terms = []
    loop do
      @scanner.skip(/\s+/)
      @scanner.skip(/AND\b\s*/)
      break if @scanner.eos? || @scanner.match?(/OR\b|\)/)

      terms << term
    end
    fail_at("a term is missing") if terms.empty?
    terms.size == 1 ? terms.first : [:and, *terms]
  end

  def term
    return [:not, term] if @scanner.skip(/-|NOT\b\s*/)

    if @scanner.skip(/\(/)
      inner = alternatives
      @scanner.skip(/\s*\)/) or fail_at("a parenthesis is open")
      return inner
    end
    field = @scanner.scan(/([a-z_]+):/) ? @scanner[1].to_sym : :any
    value(field)
  end

  def value(field)
    if @scanner.scan(/(\d+)\.\.(\d+)/) then [:range, field, @scanner[1].to_i, @scanner[2].to_i]
    elsif @scanner.scan(/(>=|<=|>|<)(\d+)/) then [:compare, field, @scanner[1].to_sym, @scanner[2].to_i]
    elsif @scanner.skip(/"/)
      text = @scanner.scan_until(/"/) or fail_at("a quote is open")
      [:phrase, field, text.chop]
    elsif (word = @scanner.scan(/[^\s()":]+/))
      word.end_with?("*") ? [:prefix, field, word.chop] : [:word, field, word]
    else
      fail_at("no value")
    end
  end

  def fail_at(message) = raise(ParseError, "#{message} at #{@scanner.charpos}")
end

class Matcher
  def initialize(tree) = @tree = tree

  def match?(item, tree = @tree)
    kind, *rest = tree
    case kind
    when :and then rest.all? { |branch| match?(item, branch) }
    when :or then rest.any? { |branch| match?(item, branch) }
    when :not then !match?(item, rest.first)
    else leaf(item, kind, *rest)
    end
  end

  private

  def leaf(item, kind, field, *wanted)
    values = field == :any ? item.values.flatten : [item[field]].flatten.compact
    values.any? do |value|
      case kind
      when :word then value.to_s.downcase.split.include?(wanted[0].downcase)
      when :phrase then value.to_s.downcase.include?(wanted[0].downcase)
      when :prefix then value.to_s.downcase.split.any? { |word| word.start_with?(wanted[0].downcase) }
      when :compare then value.is_a?(Integer) && value.public_send(wanted[0], wanted[1])
      when :range then value.is_a?(Integer) && value.between?(*wanted)
      end
    end
  end
end

BOOKS = [
  { title: "The Big Cat", author: "Smith", year: 1999, price: 12, tags: %w[animals old] },
  { title: "Cats and Dogs", author: "Müller", year: 2005, price: 25, tags: %w[animals] },
  { title: "Big Data", author: "Smith", year: 2015, price: 40, tags: %w[computing] },
  { title: "Little Dog", author: "Jones", year: 2001, price: 9, tags: %w[animals children] }
].freeze

['cat*', 'title:"big cat"', "author:smith -tags:old", "animals AND (author:jones OR year:>=2005)", "price:10..30",
 "NOT author:smith year:<2003", 'müller', "(cat* OR dog*) price:<20", "(a OR", "title:", '"open', "a ) b", ""].each do |text|
  tree = SearchQuery.new(text).parse
  puts text, "  #{tree.inspect}", "  #{BOOKS.select { |book| Matcher.new(tree).match?(book) }.map { |book| book[:title] }.inspect}"
rescue SearchQuery::ParseError => e
  puts text, "  #{e.message}"
end
