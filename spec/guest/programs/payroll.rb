# frozen_string_literal: true

class Employee
  attr_reader :name, :department

  def initialize(name, department) = (@name, @department = name, department)
  def gross = raise(NotImplementedError, "#{self.class}#gross")
  def bonus = 0
  def to_s = "#{name} (#{self.class.name.downcase})"
end

class Salaried < Employee
  def initialize(name, department, yearly:) = super(name, department).then { @yearly = yearly }
  def gross = @yearly / 12.0
end

class Hourly < Employee
  OVERTIME_FROM = 160

  def initialize(name, department, rate:, hours:)
    super(name, department)
    @rate, @hours = rate, hours
  end

  def gross
    regular, overtime = [@hours, OVERTIME_FROM].min, [@hours - OVERTIME_FROM, 0].max
    regular * @rate + overtime * @rate * 1.5
  end
end

class Commission < Salaried
  def initialize(*args, sales: [], **opts)
    super(*args, **opts)
    @sales = sales
  end

  def bonus = @sales.sum { |amount| amount * (amount > 10_000 ? 0.05 : 0.02) }
  def gross = super + bonus
end

class Contractor < Employee; end

class TaxTable
  BRACKETS = [[0, 1_000, 0.0], [1_000, 3_000, 0.2], [3_000, 6_000, 0.3], [6_000, Float::INFINITY, 0.42]].freeze

  def tax(amount)
    BRACKETS.sum { |from, to, rate| amount > from ? ([amount, to].min - from) * rate : 0 }
  end

  def marginal(amount) = BRACKETS.find { |from, to, _| amount.between?(from, to) }.last
end

staff = [
  Salaried.new("Ann", :dev, yearly: 72_000), Hourly.new("Bob", :ops, rate: 22.5, hours: 172), Commission.new("Cyd", :sales, yearly: 30_000, sales: [12_000, 4_500, 900]),
  Salaried.new("Dan", :dev, yearly: 58_800), Hourly.new("Eve", :ops, rate: 18, hours: 120), Contractor.new("Fay", :dev)
]
table = TaxTable.new
payable, broken = staff.partition { |e| !e.instance_of?(Contractor) }
rows = payable.map do |employee|
  gross = employee.gross
  tax = table.tax(gross)
  { name: employee.name, dept: employee.department, gross: gross, tax: tax, net: gross - tax, rate: table.marginal(gross) }
end
puts "%-5s %-6s %10s %10s %10s %5s" % %w[name dept gross tax net rate]
rows.each { |row| puts format("%-5<name>s %-6<dept>s %10.2<gross>f %10.2<tax>f %10.2<net>f %4.0f%%".sub("%4.0f", "%<pct>4.0f"), **row, pct: row[:rate] * 100) }
puts "=" * 51
totals = rows.each_with_object(Hash.new(0)) { |row, sums| row.slice(:gross, :tax, :net).each { |k, v| sums[k] += v } }
puts format("%-12s %10.2f %10.2f %10.2f", "total", *totals.values_at(:gross, :tax, :net))

puts "by department"
rows.group_by { _1[:dept] }.sort.each do |dept, list|
  nets = list.map { |row| row[:net] }
  puts "  #{dept}: #{list.size} paid, mean #{(nets.sum / nets.size).round(2)}, median #{nets.sort[nets.size / 2].floor(1)}, spread #{(nets.max - nets.min).ceil(-1)}"
end
broken.each do |employee|
  employee.gross
rescue NotImplementedError => e
  puts "#{employee}: #{e.message} (#{e.class.ancestors.take(3).join(' < ')})"
end
p rows.sum { |r| r[:tax] }.round(2), staff.map(&:bonus), staff.map { |e| e.class.ancestors.index(Employee) }, Commission.instance_method(:gross).owner, Commission.superclass, Salaried.instance_methods(false)
p staff.group_by(&:class).transform_values { |l| l.map(&:name) }.to_a.map { |k, v| "#{k}:#{v.join}" }, staff.grep(Salaried).size, staff.grep_v(Hourly).map(&:to_s).last
raise_percent = { dev: 3, ops: 4.5 }.tap { |h| h.default = 1 }
puts staff.first(4).map { |e| "#{e.name} #{(e.gross * (1 + raise_percent[e.department] / 100.0)).round}" }.join("; ")
