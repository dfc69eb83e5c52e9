Product = Struct.new(:sku, :name, :category, :price, :quantity, keyword_init: true) do
  def value = price * quantity
  def low? = quantity < 5
end

class Inventory
  include Enumerable

  def initialize = @products = {}

  def add(**attributes)
    product = Product.new(**attributes)
    raise ArgumentError, "duplicate sku #{product.sku}" if @products.key?(product.sku)

    @products[product.sku] = product
    self
  end

  def each(&block) = @products.each_value(&block)
  def [](sku) = @products.fetch(sku) { raise KeyError, "no product #{sku}" }

  def sell(sku, count = 1)
    product = self[sku]
    raise ArgumentError, "only #{product.quantity} of #{product.name} left" if count > product.quantity

    product.quantity -= count
    product.price * count
  end

  def by_category = group_by(&:category).sort.to_h

  def report(width: 52)
    by_category.each do |category, products|
      puts " #{category} ".center(width, "=")
      products.sort_by { |p| [-p.value, p.name] }.each do |p|
        puts format("%-6s %-18s %4d x %8.2f = %8.2f%s", p.sku, p.name, p.quantity, p.price, p.value, p.low? ? " !" : "")
      end
      puts format("%#{width - 2}.2f", products.sum(&:value))
    end
    puts "=" * width, format("%-20s%#{width - 22}.2f", "total", sum(&:value))
  end
end

stock = Inventory.new
stock.add(sku: "A1", name: "hammer", category: "tools", price: 12.5, quantity: 10)
     .add(sku: "A2", name: "saw", category: "tools", price: 20.0, quantity: 3)
     .add(sku: "B1", name: "nails (100)", category: "supplies", price: 4.25, quantity: 40)
     .add(sku: "B2", name: "wood glue", category: "supplies", price: 6.75, quantity: 0)
     .add(sku: "C1", name: "workbench", category: "furniture", price: 149.99, quantity: 2)
stock.report
puts stock.sell("A1", 4), stock["A1"].quantity
[-> { stock.sell("A2", 9) }, -> { stock.sell("Z9") }, -> { stock.add(sku: "A1", name: "x", category: "y", price: 1, quantity: 1) }].each do |action|
  action.call
rescue ArgumentError, KeyError => e
  puts "#{e.class}: #{e.message}"
end
puts stock.select(&:low?).map(&:name).join(", "), stock.reject(&:low?).size, stock.max_by(&:price).name, stock.min_by(&:quantity).sku
puts stock.sum(&:quantity), stock.map(&:category).tally.map { |c, n| "#{c}=#{n}" }.join(" "), stock.sort_by(&:name).first.name
cheap, dear = stock.partition { |p| p.price < 15 }
puts cheap.map(&:sku).inspect, dear.map(&:sku).inspect, stock.each_slice(2).map(&:size).inspect, stock.include?(stock["A1"])
histogram = stock.group_by { |p| (p.price / 10).floor * 10 }.sort.map { |low, ps| "#{low.to_s.rjust(4)}-#{(low + 9).to_s.ljust(4)} #{'#' * ps.size}" }
puts histogram
discounted = stock.map { |p| [p.name, (p.price * 0.9).round(2)] }.sort_by(&:last).to_h
discounted.each { |name, price| puts "#{name.ljust(14, '.')}#{price.to_s.rjust(8, '.')}" }
