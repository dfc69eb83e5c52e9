# frozen_string_literal: true

# A tiny SQL: tokens, a parser to a plan, execution over arrays of hashes.
class Database
  class QueryError < StandardError; end
  KEYWORDS = %w[select from where group by order limit and or not as desc asc like in having is null join on offset distinct].freeze

  def initialize(**tables) = @tables = tables

  def query(sql)
    @tokens = sql.scan(/'(?:[^']|'')*'|\d+(?:\.\d+)?|[a-z_][\w.]*|<>|[<>]=?|=|[(),*+\/-]/i).map { |t| KEYWORDS.include?(t.downcase) ? t.downcase.to_sym : t }
    expect(:select)
    distinct = accept(:distinct)
    columns = list { column }
    expect(:from)
    rows = table(take)
    while accept(:join)
      other = table(name = take)
      expect(:on)
      condition = expression
      rows = rows.flat_map { |r| other.filter_map { |o| o.merge(r) { |k, a, b| b }.then { |m| m.merge(o.transform_keys { |k| :"#{name}.#{k}" }) }.then { |m| m if condition.(m) } } }
    end
    where = expression if accept(:where)
    rows = rows.select(&where) if where
    keys = accept(:group) && (expect(:by); list { expression })
    groups = keys || columns.any? { |_, f, agg| agg } ? rows.group_by { |r| (keys || []).map { |k| k.(r) } }.values : nil
    having = expression if accept(:having)
    groups = groups.select { |g| having.(g.first.merge("#group": g)) } if groups && having
    order = accept(:order) ? (expect(:by); list { [expression, accept(:desc) || (accept(:asc); false)] }) : []
    limit = accept(:limit) ? take.to_i : nil
    offset = accept(:offset) ? take.to_i : 0
    raise QueryError, "unexpected #{@tokens.first}" if @tokens.any?

    source = groups ? groups.map { |g| (g.first || {}).merge("#group": g) } : rows
    result = source.map { |row| [row, columns.flat_map { |name, f, _| name == "*" ? row.reject { |k, _| k.to_s.match?(/[.#]/) }.to_a : [[name.to_sym, f.(row)]] }.to_h] }
    result = result.sort { |(a, x), (b, y)| order.lazy.map { |f, desc| c = compare(f.({ **a, **x }), f.({ **b, **y })); desc ? -c : c }.find { |c| c != 0 } || 0 } if order.any?
    out = result.map(&:last)
    out = out.uniq if distinct
    out.drop(offset).first(limit || out.size)
  end

  private

  def compare(a, b) = a.nil? || b.nil? ? (a.nil? ? 0 : 1) <=> (b.nil? ? 0 : 1) : a <=> b
  def table(name) = @tables.fetch(name.to_sym) { raise QueryError, "no table #{name}" }
  def take = @tokens.shift || raise(QueryError, "unexpected end")
  def accept(token) = @tokens.first == token && @tokens.shift && true
  def expect(token) = accept(token) || raise(QueryError, "expected #{token}, got #{@tokens.first.inspect}")
  def list = [yield].tap { |l| l << yield while accept(",") }

  def column
    return ["*", nil] if accept("*")

    before = @tokens.dup
    f = expression
    text = (before.first(before.size - @tokens.size)).join
    [accept(:as) ? take : text, f, text.match?(/\A(count|sum|avg|min|max)\(/i)]
  end

  def expression = binary(:or) { binary(:and) { negation } }
  def binary(op)
    left = yield
    while accept(op)
      l, right = left, yield
      left = op == :or ? ->(r) { l.(r) || right.(r) } : ->(r) { l.(r) && right.(r) }
    end
    left
  end

  def negation = accept(:not) ? negation.then { |f| ->(r) { !f.(r) } } : comparison

  def comparison
    left = sum
    case @tokens.first
    when "=", "<>", "<", ">", "<=", ">="
      op, right = take, sum
      method = { "=" => :==, "<>" => :!= }.fetch(op, op.to_sym)
      ->(r) { a, b = left.(r), right.(r); !a.nil? && !b.nil? && a.public_send(method, b) }
    when :like
      take
      pattern = Regexp.new("\\A#{Regexp.escape(take[1..-2]).gsub('%', '.*').tr('_', '.')}\\z", Regexp::IGNORECASE)
      ->(r) { pattern.match?(left.(r).to_s) }
    when :in
      take
      expect("(")
      values = list { sum }.map { |f| f.({}) }
      expect(")")
      ->(r) { values.include?(left.(r)) }
    when :is
      take
      negative = accept(:not)
      expect(:null)
      ->(r) { left.(r).nil? ^ negative }
    else left
    end
  end

  def sum = arithmetic(%w[+ -]) { arithmetic(%w[* /]) { atom } }
  def arithmetic(ops)
    left = yield
    while ops.include?(@tokens.first)
      op, l, right = take.to_sym, left, yield
      left = ->(r) { l.(r)&.public_send(op, right.(r)) }
    end
    left
  end

  def atom
    case token = take
    when "(" then expression.tap { expect(")") }
    when /\A'/ then token[1..-2].gsub("''", "'").then { |s| ->(_) { s } }
    when /\A\d+\z/ then ->(_) { token.to_i }
    when /\A\d/ then ->(_) { token.to_f }
    when /\A(count|sum|avg|min|max)\z/i
      expect("(")
      inner = accept("*") ? ->(_) { 1 } : expression
      expect(")")
      lambda do |row|
        values = row.fetch(:"#group").map(&inner).compact
        { "count" => -> { values.size }, "sum" => -> { values.sum }, "avg" => -> { values.sum.fdiv(values.size).round(2) }, "min" => -> { values.min }, "max" => -> { values.max } }[token.downcase].call
      end
    when String then ->(row) { row.key?(token.to_sym) ? row[token.to_sym] : row.fetch(token[/\w+\z/].to_sym) { raise QueryError, "no column #{token}" } }
    else raise QueryError, "unexpected #{token}"
    end
  end
end

db = Database.new(
  people: [{ id: 1, name: "Ann", age: 31, city_id: 1 }, { id: 2, name: "Bob", age: 25, city_id: 2 }, { id: 3, name: "Cyd", age: 42, city_id: 1 }, { id: 4, name: "Dan O'Hara", age: nil, city_id: 3 }],
  cities: [{ id: 1, city: "Rome", size: 2.8 }, { id: 2, city: "Oslo", size: 0.7 }]
)
[
  "SELECT * FROM cities", "SELECT name, age * 2 AS twice FROM people WHERE age > 26 ORDER BY age DESC", "SELECT city_id, count(*) AS n, avg(age) AS mean FROM people GROUP BY city_id ORDER BY n DESC, city_id",
  "SELECT name, city FROM people JOIN cities ON people.city_id = cities.id WHERE size >= 0.5 ORDER BY name LIMIT 2 OFFSET 1", "SELECT name FROM people WHERE name LIKE '%o%' AND NOT age IS NULL OR name = 'Dan O''Hara'",
  "SELECT DISTINCT city_id FROM people ORDER BY city_id DESC", "SELECT max(age), min(age), sum(age + 1) FROM people", "SELECT name FROM people WHERE age IS NULL OR id IN (1, 2) ORDER BY age DESC, name", "SELECT city_id FROM people GROUP BY city_id HAVING count(*) > 1",
  "SELECT nope FROM people", "SELECT name FROM nowhere", "SELECT name people", "SELECT name FROM people WHERE", "SELECT name FROM people LIMIT 1 1"
].each do |sql|
  puts sql, db.query(sql).map { |row| "  #{row.map { |k, v| "#{k}=#{v.inspect}" }.join(' ')}" }
rescue Database::QueryError => e
  puts "  error: #{e.message}"
end
