# Needs Ruby 3.3: its standard library
require 'bigdecimal'
require 'bigdecimal/util'

Asset = Data.define(:name, :cost, :salvage, :life) do
  def straight_line
    yearly = ((cost - salvage) / life).round(2)
    book = cost
    (1..life).map do |y|
      charge = y == life ? book - salvage : yearly
      book -= charge
      [y, charge, book]
    end
  end

  def declining(factor = 2)
    rate = factor.to_d / life
    book = cost
    (1..life).map do |y|
      charge = [(book * rate).round(2, :half_even), book - salvage].min
      book -= charge
      [y, charge, book]
    end
  end

  def sum_of_digits
    base = life * (life + 1) / 2
    book = cost
    life.downto(1).with_index(1).map do |left, y|
      charge = ((cost - salvage) * left / base).round(2)
      book -= charge
      [y, charge, book]
    end
  end
end

van = Asset.new(name: 'Van', cost: '24999.99'.to_d, salvage: 3000.to_d, life: 4)
%i[straight_line declining sum_of_digits].each do |method|
  puts "#{van.name}: #{method.to_s.tr('_', ' ')}"
  van.public_send(method).each { |y, c, b| printf("  %d %10.2f %10.2f\n", y, c, b) }
end

p van
p van.with(life: 2).straight_line.last
p van.cost.precs rescue puts 'precs is gone'
p van.declining(1.5.to_d).sum { |_, c, _| c }
begin
  van.with(life: 0).straight_line
rescue ZeroDivisionError => e
  puts e.message
end
