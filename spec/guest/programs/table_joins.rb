# frozen_string_literal: true

customers = [
  { id: 1, name: "Acme", country: "DE" },
  { id: 2, name: "Bolt", country: "FR" },
  { id: 3, name: "Cord", country: "DE" },
  { id: 4, name: "Dune", country: nil }
]
orders = [
  { id: 10, customer_id: 1, total: 250 },
  { id: 11, customer_id: 3, total: 90 },
  { id: 12, customer_id: 1, total: 40 },
  { id: 13, customer_id: 9, total: 5 }
]

class Relation
  include Enumerable

  def initialize(rows) = @rows = rows.map(&:freeze).freeze
  def each(&block) = block ? @rows.each(&block) && self : to_enum(:each) { @rows.size }

  def where(**conditions, &block)
    found = @rows.select do |row|
      conditions.all? { |key, expected| expected === row[key] } && (block.nil? || block.call(row))
    end
    self.class.new(found)
  end

  def project(*keys, **renamed)
    self.class.new(@rows.map { |row| row.slice(*keys).merge(renamed.to_h { |new, old| [new, row[old]] }) })
  end

  def join(other, on:, type: :inner)
    left_key, right_key = on.first
    index = other.group_by { |row| row[right_key] }
    blank = other.flat_map(&:keys).uniq.to_h { |key| [key, nil] }
    rows = @rows.flat_map do |row|
      matches = index.fetch(row[left_key], type == :left ? [blank] : [])
      matches.map { |match| match.merge(row) { |key, right, left| key == :id ? left : right } }
    end
    self.class.new(rows)
  end

  def order(*keys, desc: [])
    self.class.new(@rows.sort do |a, b|
      keys.lazy.map { |k| (a[k].to_s <=> b[k].to_s) * (Array(desc).include?(k) ? -1 : 1) }.find(&:nonzero?) || 0
    end)
  end

  def aggregate(by:, **sums)
    self.class.new(@rows.group_by { |row| row.values_at(*by) }.map do |values, group|
      by.zip(values).to_h.merge(sums.to_h { |name, (method, key)| [name, group.map { |r| r[key] }.compact.public_send(method)] })
    end)
  end

  def to_s = @rows.map { |row| row.map { |k, v| "#{k}=#{v.nil? ? '-' : v}" }.join(" ") }.join("\n")
end

people = Relation.new(customers)
bills = Relation.new(orders)
puts people.where(country: "DE"), "--"
puts people.where(id: 2..3, name: /^[BC]o/) { |row| row[:id].odd? }, "--"
puts people.join(bills.project(:customer_id, :total), on: { id: :customer_id }), "-- left"
puts people.join(bills.project(:customer_id, :total), on: { id: :customer_id }, type: :left), "-- ordered"
joined = people.join(bills.project(:customer_id, :total), on: { id: :customer_id }, type: :left)
puts joined.project(:name, :total, land: :country).order(:land, :name, :total, desc: %i[name total]), "-- sums"
puts joined.aggregate(by: [:country], orders: [:size, :total], revenue: [:sum, :total], largest: [:max, :total]), "--"
p people.each.size, people.count, people.map { |r| r[:name][0] }, people.each_with_index.to_a.last.last
p people.lazy.reject { |r| r[:country].nil? }.map { |r| r[:name] }.first(2)
p people.include?(customers[1]), people.first(2).map { |r| r[:id] }, people.each_cons(2).map { |a, b| b[:id] - a[:id] }
p people.min_by { |r| r[:name] }[:id], people.reduce(0) { |sum, r| sum + r[:id] }, people.to_set.size
orphans = bills.reject { |o| people.any? { |c| c[:id] == o[:customer_id] } }
p orphans.map { |o| o.values_at(:id, :total) }
begin
  customers[0][:name] = "changed"
rescue FrozenError => e
  puts e.class
end
p customers.frozen?, customers[0].frozen?, customers.map(&:to_a).transpose.size
