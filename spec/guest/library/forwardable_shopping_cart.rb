require 'forwardable'

class Cart
  extend Forwardable
  include Enumerable

  Item = Struct.new(:name, :cents, :qty) do
    def total = cents * qty
  end

  def_delegators :@items, :size, :empty?, :each, :[], :<<
  def_delegator :@items, :clear, :reset!
  def_delegator 'self.class', :name, :kind
  def_delegator :@owner, :upcase, :owner_shout
  instance_delegate %i[length] => :@owner
  delegate first_name: :owner_parts

  attr_reader :items

  def initialize(owner)
    @owner = owner
    @items = []
  end

  def owner_parts = Struct.new(:first_name).new(@owner.split.first)
  def total = sum(&:total)
end

cart = Cart.new('Ann Lee')
p cart.empty?
cart << Cart::Item.new('pen', 120, 3) << Cart::Item.new('ink', 899, 1)
p cart.size, cart[0], cart[-1].name, cart.total
p cart.map(&:name), cart.sort_by(&:cents).first.name, cart.include?(nil), cart.min_by(&:total).to_a
p cart.kind, cart.owner_shout, cart.length, cart.first_name
p cart.each_slice(1).map { |(i)| i.qty }
cart.reset!
p cart.size, cart.first
p Cart.instance_methods(false).sort.first(4)

begin
  cart.push(1)
rescue NoMethodError => e
  puts e.message[/undefined method .push'/]
end

list = []
list.extend(SingleForwardable)
list.def_delegator 'self', :push, :enqueue
list.def_delegators :self, :shift
list.enqueue(1, 2)
p list, list.method(:enqueue).arity

module Facade
  extend SingleForwardable
  def_delegators :Math, :sqrt, :hypot
  def_delegator :Kernel, :Integer, :int
end
p Facade.sqrt(16), Facade.hypot(3, 4), Facade.int('0x1f', 16)
begin
  Facade.int('zz')
rescue ArgumentError => e
  puts e.message
end
