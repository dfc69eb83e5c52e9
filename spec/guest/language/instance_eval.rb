# Builders with instance_eval, instance_exec, method_missing and nested blocks.
class HtmlBuilder
  VOID = %i[br img].freeze

  def initialize(&block)
    @out = []
    @depth = 0
    instance_eval(&block) if block
  end

  def text(value) = @out << "#{"  " * @depth}#{value}"

  def method_missing(tag, content = nil, **attributes, &block)
    attrs = attributes.map { |k, v| " #{k}=\"#{v}\"" }.join
    if VOID.include?(tag)
      text("<#{tag}#{attrs}>")
    elsif block
      text("<#{tag}#{attrs}>")
      @depth += 1
      instance_eval(&block)
      @depth -= 1
      text("</#{tag}>")
    else
      text("<#{tag}#{attrs}>#{content}</#{tag}>")
    end
    self
  end

  def respond_to_missing?(name, include_private = false) = name.to_s.length > 1 || super

  def to_s = @out.join("\n")
end

page = HtmlBuilder.new do
  html do
    head { title "Page" }
    body(class: "main", id: "top") do
      h1 "Hello", style: "big"
      %w[one two].each { |w| li w }
      br
      text "plain"
    end
  end
end
puts page.to_s
puts page.respond_to?(:section), page.respond_to?(:x)

class Config
  def self.build(&block) = new.tap { |c| c.instance_eval(&block) }

  def initialize = @values = {}

  def set(key, value = nil, &block)
    @values[key] = block ? Config.build(&block) : value
  end

  def [](path)
    path.to_s.split(".").reduce(self) { |node, key| node.fetch(key.to_sym) }
  end

  def fetch(key) = @values.fetch(key)
end

config = Config.build do
  set :name, "app"
  set :db do
    set :host, "localhost"
    set(:pool) { set :size, 5 }
  end
end
puts config["name"], config["db.host"], config["db.pool.size"]

class Validator
  Rule = Struct.new(:field, :message, :check)

  def self.rules = @rules ||= []
  def self.validates(field, message, &check) = rules << Rule.new(field, message, check)

  def errors(record)
    self.class.rules.reject { |r| record.instance_exec(record[r.field], &r.check) }.map { |r| "#{r.field} #{r.message}" }
  end
end

class UserValidator < Validator
  validates(:name, "must be present") { |v| !v.to_s.empty? }
  validates(:age, "must be adult") { |v| v >= 18 && size > 1 }
end
puts UserValidator.new.errors({ name: "", age: 12 }).inspect, UserValidator.new.errors({ name: "Z", age: 40 }).inspect
