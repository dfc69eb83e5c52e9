require 'strscan'

class Query
  Error = Class.new(ArgumentError)

  def initialize(text)
    @s = StringScanner.new(text)
    @test = any_of
    space
    fail Error, "trailing input at #{@s.pos}: #{@s.rest}" unless @s.eos?
  end

  def call(row) = @test.call(row)
  def to_proc = method(:call).to_proc

  private

  def space = @s.skip(/\s*/)

  def word(w)
    space
    @s.skip(/#{w}\b/i)
  end

  def any_of
    left = all_of
    while word('or')
      a, b = left, all_of
      left = ->(r) { a.(r) || b.(r) }
    end
    left
  end

  def all_of
    left = negated
    while word('and')
      a, b = left, negated
      left = ->(r) { a.(r) && b.(r) }
    end
    left
  end

  def negated
    return negated.then { |inner| ->(r) { !inner.(r) } } if word('not')

    space
    return any_of.tap { space; @s.skip(/\)/) or fail Error, "expected ) at #{@s.pos}" } if @s.skip(/\(/)

    comparison
  end

  def comparison
    field = @s.scan(/[a-z_]+/) or fail Error, "expected a field at #{@s.pos}"
    space
    op = @s.scan(/[<>]=?|!?=|~/) or fail Error, "expected an operator after #{field}"
    space
    value = @s.scan(/\d+/)&.to_i || (@s.scan(/'([^']*)'/) && @s[1]) or fail Error, "expected a value at #{@s.pos}"
    key = field.to_sym
    case op
    when '~' then ->(r) { r.fetch(key).to_s.include?(value.to_s) }
    when '=' then ->(r) { r.fetch(key) == value }
    else ->(r) { r.fetch(key).public_send(op, value) }
    end
  end
end

ROWS = [{ name: 'Ada', age: 36, city: 'London' }, { name: 'Bo', age: 17, city: 'Oslo' }, { name: 'Cy', age: 64, city: 'London' }]

["age >= 18", "city = 'London' and not age > 60", "name ~ 'o' or (age<70 and age>=64)", "age != 17"].each do |q|
  puts "#{q}: #{ROWS.select(&Query.new(q)).map { |r| r[:name] }}"
end
["age >", "(age = 1", "and", "age = 1 city = 2", "age ? 3"].each do |q|
  Query.new(q)
rescue Query::Error => e
  puts "#{q}: #{e.message}"
end
begin
  Query.new('size = 1').call(ROWS[0])
rescue KeyError => e
  puts "no field #{e.key.inspect}"
end
