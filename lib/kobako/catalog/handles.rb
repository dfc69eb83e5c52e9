# frozen_string_literal: true

require_relative "../handle"
require_relative "../transport/rejection"
require_relative "converters"

module Kobako
  module Catalog
    # The host objects that the guest of one invocation holds, by the id of their handle. The codec calls
    # {#add} and {#fetch}. The same object keeps the same handle.
    class Handles
      # Host objects of a run, by default.
      DEFAULT_LIMIT = 100_000
      # The most that an Enumerator may hold to cross.
      MAX_ELEMENTS = 100_000
      ASKED_SHIFT = 32
      FIRST = Enumerable.instance_method(:first)
      SIZE = Enumerator.instance_method(:size)
      CLASS = Kernel.instance_method(:class)
      NEVER = [Binding, Method, UnboundMethod, Enumerator::Yielder, Enumerator::Generator, Thread, ThreadGroup,
               Fiber, Ractor, TracePoint, Handle, Fault].freeze
      private_constant :FIRST, :SIZE, :CLASS, :NEVER, :ASKED_SHIFT

      # @return [Integer] how many objects one invocation may hold
      attr_reader :limit

      # @param limit [Integer] from 1 to Handle::MAX_ID
      # @param bound [#include?] the objects that are services; classes and modules among them may have handles
      # @param convert [Hash{Module => #call}] what makes values of objects that would have a handle
      # @param asked [#call, nil] gives {Exposure::Asked}'s bits of an object
      def initialize(limit: DEFAULT_LIMIT, bound: [], convert: {}, asked: nil)
        @limit = limit
        @bound = bound
        @converters = Converters.new(convert)
        @asked = asked
        clear
      end

      # @param object [BasicObject] that cannot cross by value
      # @return [Integer, Array] the id of its handle, and from the 32nd bit on what the guest is to ask it; or, alone
      #   in an Array, what crosses in its place: what a converter made of it, or a copy of an Enumerator's elements
      # @raise [HandlerExhaustedError] when the limit is reached
      # @raise [Codec::UnsupportedType] when the object must not have a handle, or its converter raised
      def add(object)
        handle = @ids[object]
        return handle if handle

        converter = @converters.for(object)
        return [@converters.convert(object, converter)] if converter
        return [copy(object)] if Enumerator === object # rubocop:disable Style/CaseEquality

        refuse(object) if never?(object)
        exhausted if @objects.size > @limit
        asked = @asked ? @asked.call(object) : 0
        @objects << object
        @ids[object] = (@objects.size - 1) | (asked << ASKED_SHIFT)
      end

      # @param id [Integer]
      # @return [BasicObject]
      # @raise [Transport::Rejection] when this invocation gave no such handle
      def fetch(id)
        return @objects[id] if id.positive? && id < @objects.size

        raise Transport::Rejection.new("undefined", "handle #{id} is unknown in this invocation")
      end

      # @return [Integer] how many objects are held
      def size = @objects.size - 1

      # @return [Boolean] whether the limit was exceeded since the last {#clear}
      def exhausted? = @exhausted

      # Forgets every object; ids begin at 1 again.
      def clear
        return if @objects&.size == 1

        @converters.clear
        @ids = {}.compare_by_identity
        @exhausted = false
        # The last, so that a clear which an interrupt cut short is made again.
        @objects = [nil]
      end

      private

      def never?(object)
        NEVER.any? { |mod| mod === object } || (Module === object && !@bound.include?(object)) # rubocop:disable Style/CaseEquality
      end

      def refuse(object)
        raise Codec::UnsupportedType, "a #{CLASS.bind_call(object)} cannot cross, not as a handle either"
      end

      def exhausted
        @exhausted = true
        raise HandlerExhaustedError, "the invocation holds #{size} host objects, max_handles is #{@limit} " \
                                     "(return values, or pass a larger max_handles:)"
      end

      def copy(enumerator)
        size = SIZE.bind_call(enumerator)
        infinite(size) if size.is_a?(Numeric) && size > MAX_ELEMENTS
        elements = FIRST.bind_call(enumerator, MAX_ELEMENTS + 1)
        infinite("more than #{MAX_ELEMENTS}") if elements.size > MAX_ELEMENTS
        elements
      end

      def infinite(size)
        raise Codec::UnsupportedType,
              "an Enumerator of #{size} elements cannot cross, the limit is #{MAX_ELEMENTS} (return a shorter Array)"
      end
    end
  end
end
