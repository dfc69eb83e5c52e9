# frozen_string_literal: true

module Kobako
  # What a service gets for a value of its block that is long or cannot cross: it stands for an object that stays in
  # the guest, and is always truthy. The first method that is called on it fetches the value, a copy; from then on it
  # behaves as that. Given back to the guest, it is there the very same object, or what the service changed it to.
  #
  # Ruby asks the class of an object without calling a method where it compares classes: `Array === value` and
  # `case value when Array` are false. Ask `value.is_a?(Array)`, or take the value: `case value.itself`.
  #
  # A value can be fetched as long as the run's service calls last, in their thread. Native in part.
  #
  # @example
  #   def top(list)
  #     list.sort_by { |row| yield row }.first(10) # compares the values, and fetches those that are long
  #   end
  class GuestValue < BasicObject
    # What Ruby asks each object for, to see whether it is another one. No value of an unknown class answers these.
    CONVERSIONS = %i[to_ary to_str to_hash to_proc to_io to_path to_a to_sym to_open].freeze
    # What gives the value, not this object.
    ITSELF = %i[itself to_s to_h deconstruct deconstruct_keys].concat(CONVERSIONS).freeze
    private_constant :CONVERSIONS, :ITSELF

    class << self
      # @!method fetch(object)
      #   @api private
      #   @return [Object] the value, fetched if it has not been

      # @!method class_of(object)
      #   @api private
      #   @return [Class, nil] String, Array or Hash; nil for others, which may be some that cannot cross

      # @!method id_of(object)
      #   @api private
      #   @return [Integer] the same for the same object of a guest

      # @!method same?(object, other)
      #   @api private
      #   @return [Boolean] whether both stand for the same object of a guest

      # @param object [BasicObject]
      # @return [Object] the value that it stands for; the object itself if it is no GuestValue
      # @raise [TypeError] when the value cannot cross
      # @raise [Kobako::Error] when the run has ended, or from another thread
      # @raise [TrapError] when the guest was stopped meanwhile
      def value(object)
        fetch(object)
      rescue Codec::UnsupportedType, Transport::CostlyValue => e
        raise TypeError, "the value of a block cannot cross: #{e.message}"
      end

      # @api private
      # @param bytes [String]
      # @return [Object] the value
      def _load(bytes) = Marshal.load(bytes) # rubocop:disable Security/MarshalLoad
    end

    # @return [Boolean] by value; a value that cannot cross equals itself alone
    def ==(other)
      return true if GuestValue.same?(self, other)

      GuestValue.value(self) == GuestValue.value(other)
    rescue ::TypeError
      false
    end

    # @return [Boolean]
    def !=(other) = !(self == other) # rubocop:disable Style/InverseMethods

    # @return [Boolean] as {#==}
    def eql?(other)
      return true if GuestValue.same?(self, other)

      GuestValue.value(self).eql?(GuestValue.value(other))
    rescue ::TypeError
      false
    end

    # @return [Integer] the value's; of one that cannot cross, its own
    def hash
      GuestValue.value(self).hash
    rescue ::TypeError
      GuestValue.id_of(self).hash
    end

    # @return [Integer, nil] as the value's
    def <=>(other) = GuestValue.value(self) <=> GuestValue.value(other)

    # @return [Boolean] as the value's
    def ===(other) = GuestValue.value(self) === other # rubocop:disable Style/CaseEquality

    # @return [false] without fetching: no such value is nil or false
    def ! = false

    # @return [false] without fetching
    def nil? = false

    # @return [Boolean] without fetching for a String, an Array or a Hash
    def is_a?(mod)
      klass = GuestValue.class_of(self)
      return (klass <= mod) == true if klass

      begin
        GuestValue.value(self).is_a?(mod)
      rescue ::TypeError
        false
      end
    end
    alias kind_of? is_a?

    # @return [Class] the value's
    def class = GuestValue.class_of(self) || GuestValue.value(self).class

    # @return [Boolean] as the value; false for one that cannot cross
    def respond_to?(name, all = false) # rubocop:disable Style/OptionalBooleanParameter
      klass = GuestValue.class_of(self)
      return true if name == :_dump
      return klass.public_method_defined?(name) || (all && klass.private_method_defined?(name)) if klass
      return false if CONVERSIONS.include?(name)

      GuestValue.value(self).respond_to?(name, all)
    rescue ::TypeError
      false
    end

    # @return [String] the value's; without one, that of this object
    def inspect
      GuestValue.value(self).inspect
    rescue ::TypeError, Error
      "#<Kobako::GuestValue>"
    end

    # @return [Object] as the value's
    def instance_eval(...) = GuestValue.value(self).instance_eval(...)

    # @return [Object] as the value's
    def instance_exec(...) = GuestValue.value(self).instance_exec(...)

    # @api private
    # @return [String] the value by Marshal
    def _dump(_level) = ::Marshal.dump(GuestValue.value(self))

    private

    # What gives its receiver gives this object, so that the guest gets its own back; not what Ruby converts with.
    def method_missing(name, ...) # rubocop:disable Style/MissingRespondToMissing
      value = GuestValue.value(self)
      result = value.public_send(name, ...)
      value.equal?(result) && !ITSELF.include?(name) ? self : result
    end
  end
end
