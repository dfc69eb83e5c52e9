# frozen_string_literal: true

module Kobako
  module MCP
    # A value of a script as JSON, where JSON has its like: nil, true, false, text, finite Floats, Integers that every
    # reader of JSON keeps, Arrays and Hashes; Symbols become text, and so do Integers and Symbols as keys.
    #
    # @api private
    class JSONValue
      # Beyond it, readers that know doubles alone take another number.
      MAX_INTEGER = (1 << 53) - 1
      # Levels that readers of JSON take beside those of the message.
      MAX_DEPTH = 64
      # What a value becomes that JSON has no like of.
      NONE = Object.new.freeze
      CLASS = Kernel.instance_method(:class)
      CONVERTERS = { NilClass => :itself, TrueClass => :itself, FalseClass => :itself, Integer => :integer,
                     Float => :float, String => :string, Symbol => :symbol, Array => :array, Hash => :hash }.freeze
      private_constant :CLASS, :CONVERTERS

      # @param value [Object]
      # @return [Object] of JSON, or NONE
      def self.of(value) = catch(NONE) { new.convert(value, 0) }

      # @param value [Object]
      # @param depth [Integer] of levels around it
      # @return [Object] of JSON
      def convert(value, depth)
        converter = CONVERTERS[CLASS.bind_call(value)]
        none if converter.nil? || depth > MAX_DEPTH
        return value if converter == :itself

        __send__(converter, value, depth)
      end

      private

      def none = throw(NONE, NONE)

      def integer(value, _depth) = value.abs <= MAX_INTEGER ? value : none

      def float(value, _depth) = value.finite? ? value : none

      def string(value, _depth)
        text = value.encoding == Encoding::UTF_8 || value.ascii_only? ? value : none
        text.valid_encoding? ? text : none
      end

      def symbol(value, depth) = string(value.name, depth)

      def array(value, depth) = value.map { |element| convert(element, depth + 1) }

      def hash(value, depth)
        object = value.to_h { |key, element| [key(key, depth), convert(element, depth + 1)] }
        object.size == value.size ? object : none
      end

      def key(key, depth)
        return convert(key, depth).to_s if [String, Symbol, Integer].include?(CLASS.bind_call(key))

        none
      end
    end
  end
end
