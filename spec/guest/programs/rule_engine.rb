# frozen_string_literal: true

# Forward chaining rules, a filter language built from operators, and validations.
class Engine
  Rule = Struct.new(:name, :priority, :condition, :action)

  def initialize(&block)
    @rules = []
    instance_eval(&block)
  end

  def rule(name, priority: 0, when: nil, &action)
    @rules << Rule.new(name, priority, binding.local_variable_get(:when), action)
  end

  def run(facts, limit: 20)
    fired = []
    limit.times do
      rule = @rules.sort_by.with_index { |r, i| [-r.priority, i] }.find { |r| !fired.include?(r.name) && r.condition.(facts) } or break
      fired << rule.name
      facts.instance_exec(facts, &rule.action)
    end
    fired
  end

end

engine = Engine.new do
  rule(:adult, when: ->(f) { f[:age]&.>=(18) }) { |f| f[:adult] = true }
  rule(:vip, priority: 5, when: ->(f) { f[:spent].to_i > 1000 }) { self[:vip] = true }
  rule(:discount, when: ->(f) { f.values_at(:adult, :vip).all? }) { |f| f[:discount] = 15 }
  rule(:greet, priority: -1, when: ->(_) { true }) { |f| f[:message] = "hello #{f[:vip] ? 'dear ' : ''}#{f[:name]}" }
end
[{ name: "Ann", age: 30, spent: 2000 }, { name: "Bob", age: 12, spent: 5000 }, { name: "Cyd", spent: 1 }].each do |facts|
  fired = engine.run(facts)
  puts "#{fired.join(' ')} -> #{facts.except(:name, :age, :spent).map { |k, v| "#{k}: #{v}" }.join(', ')}"
end

class Filter
  def self.field(name) = new("#{name}") { |row| row[name] }
  attr_reader :label

  def initialize(label, &test) = (@label, @test = label, test)
  def call(row) = @test.call(row)
  def to_proc = method(:call).to_proc
  def ===(row) = !!call(row)
  { "==": "is", ">": "over", "<": "under", ">=": "at least", "=~": "matches" }.each do |operator, word|
    define_method(operator) { |value| Filter.new("#{label} #{word} #{value.inspect}") { |row| (v = call(row)) && v.public_send(operator, value) } }
  end
  def &(other) = Filter.new("(#{label} and #{other.label})") { |row| call(row) && other.call(row) }
  def |(other) = Filter.new("(#{label} or #{other.label})") { |row| call(row) || other.call(row) }
  def ! = Filter.new("not #{label}") { |row| !call(row) }
  def in?(*list) = Filter.new("#{label} in #{list.inspect}") { |row| list.include?(call(row)) }
end
age, city, name = %i[age city name].map { |f| Filter.field(f) }
people = [{ name: "Ann", age: 31, city: "Rome" }, { name: "Bob", age: 17, city: "Oslo" }, { name: "Cyd", age: 45, city: "Oslo" }, { name: "Dee", age: nil, city: "Bonn" }]
[age > 20, (age < 40) & (city == "Oslo"), !(city == "Oslo"), (name =~ /^[AC]/) | age.in?(17), !(age >= 18) & city.in?("Oslo", "Bonn")].each do |filter|
  puts "#{filter.label}: #{people.select(&filter).map { |x| x[:name] }.join(' ')} #{people.grep(filter).size} #{people.partition { |row| filter === row }.map(&:size)}"
end

class Validator
  RULES = {
    presence: ->(v, on) { "is missing" if on && (v.nil? || v.to_s.strip.empty?) },
    length: ->(v, range) { "must have #{range.minmax.uniq.join(' to ')} characters" unless v.nil? || range === v.to_s.length },
    format: ->(v, pattern) { "looks wrong" unless v.nil? || pattern.match?(v.to_s) },
    range: ->(v, range) { "must be #{range.end ? "in #{range}" : "#{range.begin} or more"}" unless v.nil? || range.cover?(v) },
    inclusion: ->(v, list) { "must be one of #{list.join('/')}" unless v.nil? || list.include?(v) },
    custom: ->(v, check) { check.call(v) }
  }.freeze

  def initialize(**fields) = @fields = fields

  def errors(record)
    @fields.each_with_object(Hash.new { |h, k| h[k] = [] }) do |(field, rules), found|
      rules.each { |kind, option| RULES.fetch(kind).call(record[field], option)&.then { |message| found[field] << message } }
    end
  end
end
validator = Validator.new(
  name: { presence: true, length: 2..10 }, email: { presence: true, format: /\A[^@\s]+@[\w-]+(\.[\w-]+)+\z/ }, age: { range: 18.. },
  role: { inclusion: %i[admin user] }, code: { custom: ->(v) { "must be even" if v&.odd? } }
)
[{ name: "Ann", email: "ann@example.org", age: 20, role: :user, code: 4 }, { name: " ", email: "x@y", age: 17, role: :root, code: 3 }, { name: "A" * 11 }].each do |record|
  errors = validator.errors(record)
  puts errors.empty? ? "valid" : errors.flat_map { |f, list| list.map { |m| "#{f} #{m}" } }.join("; ")
end
