require 'delegate'

Product = Struct.new(:name, :cents, :stock)

class ProductPresenter < SimpleDelegator
  def price = format('$%.2f', cents / 100.0)
  def availability = stock.zero? ? 'sold out' : "#{stock} left"
  def to_s = "#{name} (#{price}, #{availability})"
end

class DiscountedProduct < SimpleDelegator
  def initialize(product, percent)
    super(product)
    @percent = percent
  end

  def cents = super * (100 - @percent) / 100
end

lamp = Product.new('Lamp', 4999, 0)
shown = ProductPresenter.new(lamp)
puts shown
puts ProductPresenter.new(DiscountedProduct.new(lamp, 20))

shown.stock = 3
p lamp.stock
p shown == lamp, lamp == shown, shown.eql?(shown), shown.is_a?(Product), shown.class, shown.__getobj__.class
p shown.respond_to?(:cents), shown.methods(false), ProductPresenter.ancestors.first(3)
p shown.inspect
p shown.to_a, shown.members

shown.__setobj__(Product.new('Desk', 19_900, 1))
puts shown
p lamp.name
p (shown.dup.tap { |d| d.name = 'Copy' }).name, shown.name
begin
  shown.weight
rescue NoMethodError => e
  puts e.message[/undefined method .weight'/]
end
begin
  shown.__setobj__(shown)
rescue ArgumentError => e
  puts e.message
end

class Tags < DelegateClass(Array)
  def initialize(list = []) = super(list.map(&:downcase))
  def <<(tag) = include?(tag.downcase) ? self : super(tag.downcase)
  def to_s = map { |t| "##{t}" }.join(' ')
end

tags = Tags.new(%w[Ruby CLI])
tags << 'RUBY' << 'Fast'
puts tags
p tags, tags.size, tags.first, tags == %w[ruby cli fast], tags + ['x'], tags.sort.class
p Array === tags, tags.frozen?, tags.to_ary.equal?(tags.__getobj__), [*tags, 1], ['a'] + tags
p !tags, tags != [], tags.hash == tags.__getobj__.hash
