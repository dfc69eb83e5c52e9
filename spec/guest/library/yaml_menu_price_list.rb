require 'yaml'

menu = YAML.load(<<~YAML)
  # prices in euros
  currency: €
  sections:
    Starters:
      - {dish: Soup, price: 4.5, tags: [vegan]}
      - {dish: "Bread & oil", price: 3}
    Mains:
      - dish: Risotto
        price: 13.90
        tags: [vegetarian]
        note: 'Takes 20 minutes'
      - dish: Steak
        price: market
    Desserts: []
YAML

currency = menu.fetch('currency')

menu['sections'].each do |section, dishes|
  puts section.upcase
  puts '  (none today)' if dishes.empty?
  dishes.each do |d|
    case d['price']
    in Numeric => price then label = format('%s%.2f', currency, price)
    in String => price then label = price
    end
    tags = d.fetch('tags', []).map { |t| t[0, 2].upcase }
    puts "  #{[d['dish'], *(tags.empty? ? nil : "[#{tags.join(',')}]")].join(' ').ljust(24, '.')} #{label}"
    puts "    #{d['note']}" if d.key?('note')
  end
rescue NoMatchingPatternError => e
  puts "  bad entry: #{e.message}"
end

priced = menu['sections'].values.flatten.select { |d| d['price'].is_a?(Numeric) }
puts "Average #{currency}#{(priced.sum { |d| d['price'] } / priced.size).round(2)}"

menu['sections']['Desserts'] << { 'dish' => 'Cake', 'price' => 5.0, 'tags' => [] }
menu['sections'].transform_values! { |list| list.sort_by { |d| d['dish'] } }
puts menu.to_yaml
p menu['sections'].transform_values(&:size)
p YAML.load('price: 13.90')['price'], YAML.load('v: 1.2.3')['v'], YAML.load('t: 12:30')['t'], YAML.load("y: 'y'\nn: n")
