# frozen_string_literal: true

module Kobako
  # What a call of a snippet's constant is made of.
  #
  # @api private
  module Entrypoint
    # @param target [Symbol, String] name of one top-level constant
    # @param kwargs [Hash] whose keys are to be Symbols
    # @return [Symbol] the name
    # @raise [TypeError, ArgumentError] for another target
    # @raise [ArgumentError] for a keyword that is no Symbol
    def self.checked(target, kwargs)
      unless target.is_a?(Symbol) || target.is_a?(String)
        raise TypeError, "target is a #{target.class}, expected the name of a constant (a Symbol or String)"
      end

      name = Catalog::Name.constant(target, "target").to_sym
      other = kwargs.each_key.find { |key| !key.is_a?(Symbol) }
      return name if other.nil?

      raise ArgumentError, "keyword #{other.inspect} is a #{other.class}, expected a Symbol"
    end

    # @param name [Symbol]
    # @param args [Array]
    # @param kwargs [Hash]
    # @return [String] what tells calls apart; objects that cannot cross by value are told apart by their order alone
    def self.bytes(name, args, kwargs) = Codec::Encoder.encode([name, args, kwargs], Numbers.new)

    # Numbers objects in the order in which they are met.
    class Numbers
      def initialize
        @numbers = {}.compare_by_identity
      end

      # @param object [BasicObject]
      # @return [Integer]
      def add(object) = @numbers[object] ||= @numbers.size + 1
    end
    private_constant :Numbers
  end
end
