require 'yaml'

class Money
  attr_reader :cents, :currency

  def initialize(cents, currency)
    @cents, @currency = cents, currency
  end

  def encode_with(coder)
    coder.tag = '!money'
    coder.scalar = format('%d.%02d %s', cents / 100, cents % 100, currency)
  end

  def ==(other) = other.is_a?(Money) && [cents, currency] == [other.cents, other.currency]
end

class Basket
  attr_accessor :owner, :lines

  def initialize(owner)
    @owner = owner
    @lines = []
    @cache = 'not saved'
  end

  def encode_with(coder)
    coder['owner'] = owner
    coder['lines'] = lines
  end

  def init_with(coder)
    @owner = coder['owner']
    @lines = coder['lines']
    @cache = 'rebuilt'
  end
end

YAML.add_domain_type('', 'money') do |_, text|
  amount, currency = text.split
  Money.new((amount.to_r * 100).to_i, currency)
end

basket = Basket.new('Ann')
basket.lines << { 'item' => 'tea', 'price' => Money.new(345, 'EUR') } << { 'item' => 'mug', 'price' => Money.new(1200, 'EUR') }

text = YAML.dump(basket)
puts text

copy = YAML.unsafe_load(text)
p copy.class, copy.owner, copy.lines.map { |l| l['item'] }
p copy.instance_variable_get(:@cache)
p copy.lines[0]['price'].class

Shade = Struct.new(:name, :rgb)
puts YAML.dump([Shade.new('red', [255, 0, 0]), Shade.new(nil, [])])
puts YAML.dump('key' => "trailing space ", 'tab' => "a\tb", 'uni' => 'žluť', 'num' => '1e5', 'null' => 'null', 'tilde' => '~')
puts YAML.dump("a\n\nb\n"), YAML.dump("no newline\nend"), YAML.dump('!bang'), YAML.dump('# no comment')
p YAML.parse('a: [1, two]').to_ruby, YAML.parse('a: 1').class, YAML.parse('')
doc = YAML.parse("list:\n  - x\n  - y\n")
p doc.root.children.map { |c| c.class.name.split('::').last }
p doc.children.first.children.last.children.map(&:value)
