# Blocks and method_missing make a small language of rules.

class Rules
  Rule = Struct.new(:name, :test)

  def self.define(&) = new.tap { |rules| rules.instance_eval(&) }

  def initialize = @rules = []

  def method_missing(name, &test)
    return super unless test

    @rules << Rule.new(name, test)
  end

  def respond_to_missing?(*) = true

  def broken_by(order)
    @rules.reject { |rule| rule.test.call(order) }.map(&:name)
  end
end

rules = Rules.define do
  has_lines { |order| order[:lines].any? }
  small_enough { |order| order[:lines].sum <= 500 }
  known_country { |order| %w[DE FR PT].include?(order[:country]) }
end

orders = [{ lines: [120, 90], country: "PT" }, { lines: [700], country: "XX" }]
orders.map { |order| rules.broken_by(order) }
