# A chainable query over hashes, immutable, with a little SQL output.
class Query
  include Enumerable
  OPS = { eq: :==, gt: :>, lt: :<, gte: :>=, lte: :<=, not: :!= }.freeze

  def self.from(rows, name: "rows") = new(rows, name: name)

  def initialize(rows, name:, wheres: [], order: nil, limit: nil, columns: nil)
    @rows, @name, @wheres, @order, @limit, @columns = rows, name, wheres, order, limit, columns
    freeze
  end

  def where(**conditions)
    added = conditions.map do |key, value|
      *field, op = key.to_s.split("__")
      field.empty? ? [op.to_sym, :eq, value] : [field.join("__").to_sym, op.to_sym, value]
    end
    with(wheres: @wheres + added)
  end

  def order(by, direction = :asc) = with(order: [by, direction])
  def limit(n) = with(limit: n)
  def select(*columns, &block) = block ? super(&block) : with(columns: columns)

  def each(&block)
    return to_enum unless block

    found = @rows.select { |row| @wheres.all? { |f, op, v| match?(row[f], op, v) } }
    if @order
      by, direction = @order
      found = found.sort_by { |row| row[by] }
      found.reverse! if direction == :desc
    end
    found = found.first(@limit) if @limit
    found.each { |row| block.call(@columns ? row.slice(*@columns) : row) }
  end

  def to_sql
    conditions = @wheres.map { |f, op, v| "#{f} #{sql_op(op, v)} #{quote(v)}" }
    ["SELECT #{@columns&.join(", ") || "*"} FROM #{@name}", ("WHERE #{conditions.join(" AND ")}" unless conditions.empty?),
     (@order && "ORDER BY #{@order.join(" ").upcase}"), ("LIMIT #{@limit}" if @limit)].compact.join(" ")
  end

  private

  def with(**changes) = Query.new(@rows, name: @name, wheres: @wheres, order: @order, limit: @limit, columns: @columns, **changes)

  def match?(value, op, wanted)
    case wanted
    when Array, Range then wanted.include?(value)
    else value.public_send(OPS.fetch(op), wanted)
    end
  end

  def sql_op(op, value) = value.is_a?(Array) ? "IN" : value.is_a?(Range) ? "BETWEEN" : { eq: "=", not: "<>" }.fetch(op) { OPS[op].to_s }

  def quote(value)
    case value
    in String then "'#{value.split("'", -1).join("''")}'"
    in Range then "#{value.begin} AND #{value.end}"
    in Array then "(#{value.map { |v| quote(v) }.join(", ")})"
    in nil then "NULL"
    else value.to_s
    end
  end
end

people = [["Ann", 31, "Oslo"], ["Bob", 25, "Rome"], ["Cyd", 41, "Oslo"], ["O'Hara", 19, "Bonn"]].map { |n, a, c| { name: n, age: a, city: c } }
q = Query.from(people, name: "people")
puts q.where(city: "Oslo").map { |r| r[:name] }.inspect, q.where(age__gt: 20, age__lt: 40).order(:age).map { |r| r[:age] }.inspect
puts q.order(:name, :desc).limit(2).select(:name).to_a.map(&:values).inspect, q.where(city: %w[Rome Bonn]).count, q.where(age: 20..35).sum { |r| r[:age] }
puts q.where(name: "O'Hara", age__gte: 18).order(:age, :desc).limit(1).select(:name, :age).to_sql, q.to_sql, q.where(city: ["a", 1], age: 1..5, x: nil).to_sql
puts q.frozen?, q.first[:name], q.min_by { |r| r[:age] }[:name], q.select { |r| r[:age] > 40 }.size, q.each.next[:city], q.group_by { |r| r[:city] }.transform_values(&:size).to_a.inspect, (q.where(age__like: 1).to_a rescue $!.class)
