require 'bigdecimal'
require 'bigdecimal/util'

def allocate(total, weights)
  sum = weights.values.sum.to_d
  shares = weights.transform_values { |w| (total * w / sum).floor(2) }
  left = total - shares.values.sum
  cent = '0.01'.to_d
  order = weights.keys.sort_by { |k| [-(total * weights[k] / sum - shares[k]), k] }
  order.cycle do |k|
    break unless left.positive?

    shares[k] += cent
    left -= cent
  end
  shares
end

bills = [
  ['100.00', { 'Ann' => 1, 'Bob' => 1, 'Cyd' => 1 }],
  ['47.35', { 'Ann' => 2, 'Bob' => 3, 'Cyd' => 0 }],
  ['0.05', { 'Ann' => 1, 'Bob' => 1, 'Cyd' => 1 }],
  ['-9.99', { 'Ann' => 1, 'Bob' => 1 }]
]

bills.each do |text, weights|
  total = text.to_d
  shares = allocate(total, weights)
  puts "#{text}: #{shares.map { |n, s| "#{n} #{format('%.2f', s)}" }.join(', ')}"
  puts "  sum #{shares.values.sum.to_s('F')} #{shares.values.sum == total ? 'ok' : 'OFF'}"
end

tip = ->(amount, percent) { (amount * percent.to_d / 100).ceil(2) }
p tip['47.35'.to_d, 12.5]
p tip.curry[BigDecimal('80')][15].to_s('F')
with_tip = '47.35'.to_d.then { |x| x + tip[x, 10] }
puts with_tip.to_digits
p allocate('10'.to_d, { 'x' => 1 })
begin
  allocate('10'.to_d, { 'x' => 0 })
rescue ZeroDivisionError, FloatDomainError => e
  puts "#{e.class}: #{e.message}"
end
