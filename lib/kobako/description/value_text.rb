# frozen_string_literal: true

module Kobako
  class Description
    # A value of a script as Ruby 4 writes it by `inspect`, up to some bytes. Runs no code of the application's objects,
    # of which the class alone is told.
    #
    # @api private
    class ValueText
      CLASS = Kernel.instance_method(:class)
      ATOMS = [NilClass, TrueClass, FalseClass, Float, Rational, Complex, Time].freeze
      # Classes that may not be loaded.
      NAMED_ATOMS = %w[Date DateTime BigDecimal].freeze
      WRITERS = { Integer => :integer, String => :string, Symbol => :symbol, Array => :array, Hash => :hash,
                  Set => :set, Range => :range }.freeze
      FULL = Object.new
      private_constant :CLASS, :ATOMS, :NAMED_ATOMS, :WRITERS, :FULL

      # @return [String] UTF-8
      attr_reader :text

      # @param value [Object]
      # @param limit [Integer] bytes
      def initialize(value, limit)
        @limit = limit
        @text = +""
        @cut = FULL.equal?(catch(FULL) { write(value) })
      end

      # @return [Boolean] whether it was too long
      def cut? = @cut

      private

      def add(text)
        room = @limit - @text.bytesize
        return @text << text if text.bytesize <= room

        @text << text.byteslice(0, room).scrub("")
        throw FULL, FULL
      end

      def write(value)
        klass = CLASS.bind_call(value)
        writer = WRITERS[klass]
        return __send__(writer, value) if writer

        add(ATOMS.include?(klass) || NAMED_ATOMS.include?(klass.name) ? value.inspect : label(klass))
      end

      def label(klass) = "#<#{Exposure::Label.class_name(klass)}>"

      # A digit has more than three bits.
      def integer(value)
        add(value.bit_length > @limit * 4 ? "an Integer of #{value.bit_length} bits" : value.to_s)
      end

      def string(value) = add(Literal.string(value[0, @limit]))

      def symbol(value) = add(":#{Literal.name(value[0, @limit])}")

      def array(value)
        add("[")
        listed(value) { |element| write(element) }
        add("]")
      end

      def set(value)
        add("Set[")
        listed(value) { |element| write(element) }
        add("]")
      end

      def hash(value)
        add("{")
        listed(value) do |key, element|
          key(key)
          write(element)
        end
        add("}")
      end

      def key(key)
        unless key.instance_of?(Symbol)
          write(key)
          return add(" => ")
        end

        add("#{Literal.key(key[0, @limit])}: ")
      end

      def range(value)
        write(value.begin) unless value.begin.nil? && value.end
        add(value.exclude_end? ? "..." : "..")
        write(value.end) unless value.end.nil? && value.begin
      end

      def listed(values)
        first = true
        values.each do |value|
          add(", ") unless first
          first = false
          yield value
        end
      end
    end
  end
end
