# frozen_string_literal: true

# A schema DSL that checks and coerces nested data and collects errors by path; JSON pointer, patch and diff.
class Schema
  Failure = Class.new(StandardError) do
    attr_reader :errors
    def initialize(errors) = super("#{(@errors = errors).size} problem#{'s' if errors.size != 1}")
  end
  TYPES = {
    string: ->(v) { v.is_a?(String) ? v : throw(:invalid, "must be text") }, integer: ->(v) { Integer(v, exception: false) || throw(:invalid, "must be a whole number") },
    number: ->(v) { Float(v, exception: false) || throw(:invalid, "must be a number") }, boolean: ->(v) { { true => true, false => false, "yes" => true, "no" => false }.fetch(v) { throw :invalid, "must be yes or no" } },
    symbol: ->(v) { v.respond_to?(:to_sym) ? v.to_sym : throw(:invalid, "must be a name") }, any: :itself.to_proc
  }.freeze
  MISSING = Object.new.freeze

  def self.define(&block) = new.tap { |s| s.instance_eval(&block) }

  def initialize = @fields = {}

  def required(name, type = :any, **rules, &block) = field(name, type, rules.merge(required: true), block)
  def optional(name, type = :any, **rules, &block) = field(name, type, rules, block)

  def call(data, path = [], errors = top = [])
    result = @fields.each_with_object({}) do |(name, (type, rules, nested)), out|
      value = data.fetch(name) { data.fetch(name.to_s, rules.fetch(:default, MISSING)) }
      here = path + [name]
      if MISSING.equal?(value)
        errors << [here, "is missing"] if rules[:required]
        next
      end
      out[name] = convert(value, type, rules, nested, here, errors)
    end
    (data.keys.map(&:to_sym) - @fields.keys).each { |k| errors << [path + [k], "is not known"] }
    raise Failure, errors if top&.any?

    result
  end

  private

  def field(name, type, rules, block) = @fields[name] = [type, rules, block && Schema.define(&block)]

  def convert(value, type, rules, nested, path, errors)
    case type
    in [inner]
      return errors.push([path, "must be a list"]) && nil unless value.is_a?(Array)

      value.each_with_index.map { |v, i| convert(v, inner, rules, nested, path + [i], errors) }
    in :object
      value.is_a?(Hash) ? nested.call(value, path, errors) : errors.push([path, "must be an object"]) && nil
    else
      message = catch(:invalid) do
        value = TYPES.fetch(type).call(value)
        rules.each { |rule, arg| check(rule, arg, value) }
        nil
      end
      errors << [path, message] if message
      value
    end
  end

  def check(rule, arg, value)
    ok, message = case rule
                  when :in then [arg.include?(value), "must be in #{arg.is_a?(Range) ? arg : arg.join('|')}"]
                  when :match then [arg === value, "has the wrong form"]
                  when :size then [arg === value.size, "must have #{arg} characters"]
                  when :if then [arg.call(value), "is refused"]
                  else [true]
                  end
    throw :invalid, message unless ok
  end
end

order = Schema.define do
  required :id, :integer, in: 1..999
  required :customer, :object do
    required :name, :string, size: 2..20
    optional :email, :string, match: /\A\S+@\S+\z/
    optional :vip, :boolean, default: "no"
  end
  required :lines, [:object] do
    required :sku, :symbol
    required :price, :number, if: :positive?.to_proc
    optional :tags, [:string], size: (1..)
  end
  optional :state, :symbol, in: %i[open done], default: :open
end
good = order.call({ "id" => "17", customer: { name: "Ann", "email" => "a@b.c" }, lines: [{ sku: "x1", price: "9.50", tags: ["a"] }, { sku: :y, price: 2 }] })
puts good.map { |k, v| "#{k}: #{v.is_a?(Hash) ? v.to_a.inspect : v.is_a?(Array) ? v.map(&:to_a).inspect : v.inspect}" }
begin
  order.call({ id: 0, customer: { name: "A", vip: "maybe", email: "nope", extra: 1 }, lines: [{ price: -1 }, 5, { sku: "z", price: "abc", tags: "t" }], state: "lost", more: nil })
rescue Schema::Failure => e
  puts e.message, e.errors.map { |path, text| "#{path.join('.').gsub(/\.(\d+)/, '[\1]')} #{text}" }
end
begin
  order.call({})
rescue Schema::Failure => e
  puts e.message, e.errors.map { |path, text| "#{path * '.'} #{text}" }.inspect
end

module Pointer
  module_function

  def split(text) = text.split("/").drop(1).map { |s| s.gsub("~1", "/").gsub("~0", "~") }
  def key(node, step) = node.is_a?(Array) ? (step == "-" ? node.size : Integer(step, 10)) : step
  def get(doc, text) = split(text).inject(doc) { |node, step| node.fetch(key(node, step)) }

  def patch(doc, *operations)
    operations.inject(doc) do |current, operation|
      case operation
      in { op: "add" | "replace" => op, path:, value: } then update(current, split(path)) { |node, k| op == "add" && node.is_a?(Array) ? node.dup.insert(k, value) : put(node, k, value) }
      in { op: "remove", path: } then update(current, split(path)) { |node, k| node.is_a?(Array) ? node.reject.with_index { |_, i| i == k } : node.except(k) }
      in { op: "move", from:, path: } then patch(current, { op: "remove", path: from }, { op: "add", path:, value: get(current, from) })
      in { op: "test", path:, value: } then get(current, path) == value ? current : raise("test of #{path} failed")
      end
    end
  end

  def put(node, k, value) = node.is_a?(Array) ? node.dup.tap { |a| a[k] = value } : node.merge(k => value)
  def update(node, (step, *rest), &change) = rest.empty? ? yield(node, key(node, step)) : put(node, key(node, step), update(node.fetch(key(node, step)), rest, &change))

  def diff(a, b, path = "")
    return [] if a == b
    return [{ op: "replace", path:, value: b }] unless a.is_a?(Hash) && b.is_a?(Hash)

    (a.keys - b.keys).map { |k| { op: "remove", path: "#{path}/#{k}" } } + (b.keys - a.keys).map { |k| { op: "add", path: "#{path}/#{k}", value: b[k] } } + (a.keys & b.keys).flat_map { |k| diff(a[k], b[k], "#{path}/#{k}") }
  end
end
doc = { "a" => { "b/c" => [1, 2, { "d" => "x" }] }, "e" => nil }
p Pointer.get(doc, "/a/b~1c/2/d"), Pointer.get(doc, "") == doc, (Pointer.get(doc, "/a/zz") rescue $!.class), (Pointer.get(doc, "/a/b~1c/9") rescue $!.class)
after = Pointer.patch(doc, { op: "add", path: "/a/b~1c/1", value: 9 }, { op: "replace", path: "/e", value: 5 }, { op: "remove", path: "/a/b~1c/0" }, { op: "move", from: "/e", path: "/f" }, { op: "add", path: "/a/b~1c/-", value: "end" }, { op: "test", path: "/f", value: 5 })
p after["a"]["b/c"].map { |x| x.is_a?(Hash) ? x.to_a : x }, after.keys, after["f"], doc["e"], (Pointer.patch(doc, { op: "test", path: "/e", value: 1 }) rescue $!.message), (Pointer.patch(doc, { op: "nope" }) rescue $!.class)
changes = Pointer.diff({ "x" => 1, "y" => { "z" => 2, "w" => 0 } }, { "x" => 1, "y" => { "z" => 3 }, "v" => [] })
p changes.map(&:values), Pointer.diff(doc, doc)
