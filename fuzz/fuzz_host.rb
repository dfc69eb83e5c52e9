# frozen_string_literal: true

# Services for the guests of the fuzzers: a call with the same arguments gives the same each time.
module FuzzHost
  class Node
    attr_reader :value

    def initialize(value, depth = 0)
      @value = value
      @depth = depth
    end

    def child(value = nil) = Node.new(value, @depth + 1)
    def each = 3.times { |index| yield Node.new(index, @depth + 1) }
    def same?(other) = equal?(other)
    def hold(value) = value
    def to_plain = [:node, @depth]
  end

  class List
    ODD = [(2**64) - 1, -(2**63), Float::NAN, -0.0, "\xff".b, "\0", :"", {}, [[]], { nil => [1r] }, "ü" * 100].freeze

    def each(values, &) = list(values).each(&)
    def map(values, &) = list(values).map(&)
    def fold(values, &) = list(values).inject(&)
    def odd(&block) = block ? ODD.map(&block) : ODD
    def nest(depth, &) = depth.to_i.clamp(0, 40).zero? ? yield(depth) : [nest(depth.to_i.clamp(0, 40) - 1, &)]
    def fail(value = nil, *) = raise(ArgumentError, value.is_a?(String) ? value : "failed")

    def guard
      yield 1
    rescue StandardError => e
      e.class.name
    ensure
      @guarded = true
    end

    private

    def list(values) = values.is_a?(Array) ? values.first(50) : [values]
  end

  # @return [Kobako::Sandbox] with the services bound
  def self.sandbox(**options)
    Kobako::Sandbox.new(**options).tap do |sandbox|
      sandbox.define(:Host).bind(:Echo, ->(*args, **words) { [args, words] }).bind(:List, List.new)
             .bind(:Node, Node.new(0))
    end
  end

  # @return [String] the value in full, the same for equal values
  def self.describe(value)
    case value
    when Array then "[#{value.map { |element| describe(element) }.join(",")}]"
    when Hash then "{#{value.map { |key, held| "#{describe(key)}=>#{describe(held)}" }.join(",")}}"
    when Node then value.to_plain.inspect
    when Float then value.nan? ? "NaN" : [value].pack("G").unpack1("H*")
    when String then value.encoding.name + value.inspect
    when nil, true, false, Integer, Symbol then value.inspect
    else value.class.name
    end
  end
end
