require 'bigdecimal'
require 'bigdecimal/util'

PACKS = [
  { shop: 'A', item: 'rice', size: '500 g', price: '1.29' },
  { shop: 'B', item: 'rice', size: '1 kg', price: '2.35' },
  { shop: 'C', item: 'rice', size: '2.5 kg', price: '6.10' },
  { shop: 'A', item: 'oil', size: '750 ml', price: '4.99' },
  { shop: 'B', item: 'oil', size: '0.5 l', price: '3.45' },
  { shop: 'C', item: 'oil', size: '3 oz', price: '3.45' }
].freeze

BASE = { 'g' => ['kg', '0.001'], 'kg' => %w[kg 1], 'ml' => ['l', '0.001'], 'l' => %w[l 1] }.freeze

def unit_price(pack)
  number, unit = pack[:size].split
  base, factor = BASE.fetch(unit)
  [base, (pack[:price].to_d / (number.to_d * factor.to_d)).round(3)]
end

PACKS.group_by { _1[:item] }.each do |item, packs|
  priced = packs.filter_map do |pack|
    [pack, *unit_price(pack)]
  rescue KeyError => e
    puts "#{item} at #{pack[:shop]}: #{e.message}"
    nil
  end
  cheapest = priced.min_by(&:last)
  priced.sort_by(&:last).each do |pack, base, per|
    extra = ((per / cheapest.last - 1) * 100).round(1)
    mark = extra.zero? ? '<- cheapest' : "+#{extra.to_s('F')}%"
    puts "#{item.ljust(5)} #{pack[:shop]} #{pack[:size].ljust(7)} #{per.to_s('F').rjust(6)}/#{base} #{mark}"
  end
end

p unit_price(PACKS.first)
p '1.29'.to_d / '0.5'.to_d
p '6.10'.to_d.quo('2.5'.to_d), '6.10'.to_d.div('2.5'.to_d), '6.10'.to_d.fdiv(2) rescue p $!.class
p PACKS.sum { |x| x[:price].to_d }.to_s('F'), PACKS.sum { _1[:price].to_f }
p PACKS.map { |x| x[:price].to_d }.tally.values
p [1, 2.5, '3'.to_d, 4r].sum, [0.1.to_d] * 3
