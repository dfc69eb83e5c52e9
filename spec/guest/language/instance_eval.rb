# == Nested blocks
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

# == A builder
# frozen_string_literal: true

# Builders by instance_eval, instance_exec and define_method.
class Html
  VOID = %i[br hr img input].freeze

  %i[html head body div ul li a h1 p span table tr td br hr img input].each do |tag|
    define_method(tag) do |text = nil, **attributes, &block|
      open = ["<#{tag}", *attributes.map { |k, v| v == true ? k.to_s : %(#{k.to_s.tr('_', '-')}="#{v}") }].join(" ")
      return emit("#{open}>") if VOID.include?(tag)
      return emit("#{open}>#{text}</#{tag}>") unless block

      emit("#{open}>")
      nest { instance_exec(*[text].compact, &block) }
      emit("</#{tag}>")
    end
  end

  def self.render(*args, &block) = new.tap { |html| html.instance_exec(*args, &block) }.to_s

  def initialize = (@lines, @level = [], 0)
  def text(value) = emit(value)
  def to_s = @lines.join("\n")

  private

  def emit(line)
    @lines << "#{'  ' * @level}#{line}"
    nil
  end

  def nest
    @level += 1
    yield
  ensure
    @level -= 1
  end
end

puts Html.render(%w[one two], "Title") { |items, heading|
  html do
    body class: "main", data_id: 7 do
      h1 heading
      ul do
        items.each_with_index do |item, index|
          li(item, id: "item-#{index}")
        end
      end
      p { text "plain & simple" }
      input type: "checkbox", checked: true
      table { 2.times { |r| tr { 2.times { |c| td r * 2 + c } } } }
    end
  end
}

class Settings
  def self.option(name, default: nil, &check)
    options[name] = default
    define_method(name) do |*values|
      next @values.fetch(name, default) if values.empty?

      value = values.size == 1 ? values.first : values
      raise ArgumentError, "bad #{name}: #{value.inspect}" if check && !instance_exec(value, &check)

      @values[name] = value
      self
    end
    define_method("#{name}?") { !!public_send(name) }
  end

  def self.options = @options ||= {}

  option :port, default: 80, &:positive?
  option :hosts, default: []
  option(:mode) { |v| modes.include?(v) }

  def initialize(&block)
    @values = {}
    instance_eval(&block) if block
  end

  def group(prefix, &block)
    outer = self
    Object.new.tap do |proxy|
      proxy.define_singleton_method(:set) { |key, value| outer.instance_variable_get(:@values)["#{prefix}.#{key}"] = value }
    end.instance_eval(&block)
  end

  def to_a = self.class.options.keys.map { |k| [k, public_send(k)] } + @values.select { |k, _| k.is_a?(String) }.sort

  private

  def modes = %i[dev prod]
end

settings = Settings.new do
  port 8080
  hosts "a", "b"
  mode :dev
  group(:db) do
    set :user, "root"
    set :pool, port_default = 5
  end
end
p settings.to_a, settings.port?, Settings.new.mode?, Settings.new.port, Settings.options.keys
[-> { port 0 }, -> { mode :test }].each do |wrong|
  Settings.new(&wrong)
rescue ArgumentError => e
  puts e.message
end
p Settings.new.port(1).hosts("x").hosts, Settings.instance_methods(false).sort.first(4)
