# frozen_string_literal: true

module Kobako
  # Ruby values to MessagePack bytes and back, done by the native extension.
  module Codec
    # @!parse
    #   # Bytes of one message.
    #   MAX_BYTES = 16 << 20
    #   # The largest id of a handle.
    #   MAX_HANDLE = (1 << 31) - 1
    #   # The details of a fault that tells the guest to go on with the exception that this call's block raised last.
    #   BLOCK_ERROR = :block_error
    #   # The details of a fault that tells the guest to run Enumerable's method of that name over the object's `each`.
    #   ENUMERABLE = :enumerable

    # @!method self.respond(dispatcher, request)
    #   @param dispatcher [Transport::Dispatcher]
    #   @param request [String] bytes
    #   @return [String] the response's bytes, as a runtime gives them to its guest
    #   @raise [Exception] as {Transport::Dispatcher#answer} and {Transport::Dispatcher#unread}

    # @!method self.kind(object)
    #   @param object [BasicObject] none of nil, true, false, Integer, Float, String, Symbol, Array and Hash
    #   @return [Symbol, nil] :single for a Time, Date, DateTime, BigDecimal, Rational or Complex, :range, :set;
    #     nil for an object, such as one of a subclass of these

    # Writes one value: nil, true, false, Integer, Float, String, Symbol, Array, Hash, and objects of the very classes
    # Time, Date, DateTime, BigDecimal, Rational, Complex, Range (whose ends are no other objects) and Set. Of a Time
    # and a Date what is finer than a nanosecond is cut off.
    module Encoder
      # @!method self.encode(value, handles = nil)
      #   @param value [Object]
      #   @param handles [#add, nil] gives an id for what cannot cross by value, or an Array of what crosses instead
      #   @return [String] binary bytes
      #   @raise [UnsupportedType] when the value cannot cross, is cyclic, deeper than 128 levels or over 16 MiB, an
      #     Integer over 1 MiB, a BigDecimal over 1,048,576 digits, or a Rational of parts over 4 KiB
    end

    # Reads one value and refuses anything after it. The work is linear in the bytes, handles interrupts and lets
    # other threads run. A Hash compares by identity if a key is or holds an object with a `hash` of its own, or if
    # several hold a NaN.
    module Decoder
      # @!method self.decode(bytes, handles = nil)
      #   @param bytes [String]
      #   @param handles [#fetch, nil] gives the object behind an id
      #   @return [Object]
      #   @raise [Truncated] when the bytes end early
      #   @raise [InvalidType] when they hold what the wire does not have
      #   @raise [InvalidEncoding] when a text is not UTF-8
      #   @raise [Transport::CostlyValue] when Arrays, Hashes, Sets or Ranges as keys or members of Sets take more work
      #     than the message's size allows
      #   @raise [Transport::RefusedValue] for a Range whose ends are in no order or objects, and for a BigDecimal where
      #     Ruby has none
    end
  end
end
