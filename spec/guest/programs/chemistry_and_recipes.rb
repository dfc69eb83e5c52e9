# frozen_string_literal: true

# Formula parsing, balancing equations, recipe scaling with fractions, meal plans, shopping lists.
MASSES = { "H" => 1.008, "C" => 12.011, "N" => 14.007, "O" => 15.999, "Na" => 22.990, "S" => 32.06, "Cl" => 35.45, "Ca" => 40.078, "Fe" => 55.845, "Cu" => 63.546 }.freeze

def atoms(formula)
  stack = [Hash.new(0)]
  formula.scan(/([A-Z][a-z]?)(\d*)|(\()|\)(\d*)/) do |element, n, open, m|
    if element then stack.last[element] += n.empty? ? 1 : n.to_i
    elsif open then stack.push(Hash.new(0))
    else
      group = stack.pop
      group.each { |e, c| stack.last[e] += c * (m.empty? ? 1 : m.to_i) }
    end
  end
  raise ArgumentError, "unbalanced #{formula}" unless stack.one?

  stack.first
end

def mass(formula) = atoms(formula).sum { |e, n| MASSES.fetch(e) * n }
%w[H2O CO2 C6H12O6 Ca(OH)2 Fe2(SO4)3 NaCl].each { |f| puts format("%-10s %8.3f g/mol  %s", f, mass(f), atoms(f).map { |e, n| "#{e}#{n}" }.join(" ")) }
puts (mass("Xx2") rescue $!.message), (atoms("(H2") rescue $!.message), "C6H12O6".gsub(/\d+/) { |d| d.tr("0-9", "₀-₉") }

def balance(equation)
  left, right = equation.split("->").map { |side| side.split("+").map(&:strip) }
  species = left + right
  counts = species.map { |s| atoms(s) }
  rows = counts.flat_map(&:keys).uniq.map { |e| counts.each_with_index.map { |c, i| (i < left.size ? 1r : -1r) * c[e] } }
  pivots = []
  species.size.times do |col|
    row = (pivots.size...rows.size).find { |r| rows[r][col].nonzero? } or next
    rows[pivots.size], rows[row] = rows[row], rows[pivots.size]
    lead = rows[pivots.size]
    factor = lead[col]
    rows[pivots.size] = lead = lead.map { |v| v / factor }
    rows.each_with_index { |r, i| rows[i] = r.zip(lead).map { |a, b| a - r[col] * b } unless i == pivots.size }
    pivots << col
  end
  free = ([*0...species.size] - pivots).first or return "impossible"
  solution = Array.new(species.size) { |i| i == free ? 1r : (k = pivots.index(i)) ? -rows[k][free] : 0r }
  scale = solution.map(&:denominator).inject(:lcm)
  whole = solution.map { |v| (v * scale).to_i }
  whole.map! { |v| v / whole.inject(:gcd) }
  text = whole.zip(species).map { |n, s| n == 1 ? s : "#{n} #{s}" }
  [text.first(left.size), text.drop(left.size)].map { |t| t.join(" + ") }.join(" -> ")
end
["H2 + O2 -> H2O", "Fe + O2 -> Fe2O3", "C6H12O6 + O2 -> CO2 + H2O", "Cu + H2SO4 -> CuSO4 + H2O + SO2"].each { |e| puts balance(e) }

class Recipe
  UNITS = { "tsp" => 1r, "tbsp" => 3r, "cup" => 48r }.freeze
  VULGAR = { "½" => 1r / 2, "¼" => 1r / 4, "¾" => 3r / 4, "⅓" => 1r / 3, "⅔" => 2r / 3 }.freeze
  Item = Struct.new(:amount, :unit, :name)
  attr_reader :items, :serves

  def self.parse(text)
    header, *lines = text.lines(chomp: true).reject(&:empty?)
    new(header[/\A[^(]+/].strip, header[/\((\d+)\)/, 1].to_i, lines.map { |l| item(l) })
  end

  def self.item(line)
    amount, rest = line.match(/\A([\d\/ ]*[½¼¾⅓⅔]?)\s*(.*)\z/).captures
    value = amount.scan(%r{\d+/\d+|\d+|[½¼¾⅓⅔]}).sum { |t| VULGAR[t] || t.to_r }
    unit = rest[/\A(?:tsp|tbsp|cup|g|ml)s?\b/]
    Item.new(value, unit&.delete_suffix("s"), rest.delete_prefix(unit.to_s).strip)
  end

  def initialize(name, serves, items) = (@name, @serves, @items = name, serves, items)
  def scale(n) = Recipe.new(@name, n, items.map { |i| Item.new(i.amount * n / serves, i.unit, i.name) })

  def to_s = ["#{@name} for #{serves}", *items.map { |i| "  #{[amount(i), i.name].compact.join(' ')}" }].join("\n")

  private

  def amount(item)
    return if item.amount.zero?

    value, unit = item.amount, item.unit
    unit, value = (UNITS.select { |_, f| value * UNITS[unit] >= f / 4 }.max_by(&:last) || UNITS.first).then { |u, f| [u, value * UNITS[unit] / f] } if UNITS.key?(unit)
    whole, part = value.divmod(1)
    mark = VULGAR.key(part) || (part.zero? ? nil : part.denominator > 8 ? part.round(2).to_f.to_s.sub(/\A0/, "") : "#{part.numerator}/#{part.denominator}")
    [[(whole if whole.positive? || mark.nil?), mark].compact.join(mark&.start_with?(".") || mark&.size == 1 ? "" : " "), unit].compact.join(" ")
  end
end
pancakes = Recipe.parse(<<~R)
  Pancakes (4)
  1 1/2 cups flour
  3 tsp baking powder
  ¼ tsp salt
  1¼ cups milk
  1 egg
  3 tbsp butter
  syrup
R
puts pancakes, pancakes.scale(6), pancakes.scale(1)
p pancakes.items.first.to_a, pancakes.items.map(&:unit), pancakes.scale(8).scale(4).items == pancakes.items
plan = { mon: pancakes.scale(2), sat: pancakes }
list = plan.values.flat_map(&:items).group_by { |i| [i.name, i.unit] }.transform_values { |l| l.sum(&:amount) }
puts list.map { |(name, unit), total| "#{name}: #{total.to_f.round(2)}#{" #{unit}" if unit}" }.sort
oven = ->(c) { { c: c, f: c * 9 / 5 + 32, gas: [((c - 121) / 14.0).round, 0].max } }
p [160, 180, 220].map { |c| oven[c].values }, 3.5.rationalize(1r / 100), 0.75.to_r, (1r / 3 + 1r / 6), 7.quo(2), 7r.quo(2), 2.5.numerator, 6.quo(3), (3r / 4).to_s, (3r / 4).inspect, Rational("2/3") * 1.5, (7r / 2).divmod(1), (-7r / 2).divmod(1), -(1r / 2), (1r / 2).abs, [1r / 2, 1r / 3].max, [1r / 2, 0.25].sum, 1r / 2 == 0.5, (1r / 2).zero?, (5r / 2).to_i, (5r / 2) % 1
