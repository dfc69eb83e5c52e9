# frozen_string_literal: true

module Kobako
  class Job
    # Values in JSON: as they are where every reader of JSON keeps them, else as the bytes that cross to a guest, in
    # Base64 under the key "wire". So each value comes back as it was.
    #
    # @api private
    module Value
      # The one key of an object that stands for bytes.
      WIRE = "wire"
      # Beyond it, readers that know doubles alone take another number.
      MAX_INTEGER = (1 << 53) - 1
      # Levels that readers of JSON take beside those around the value.
      MAX_DEPTH = 64
      CLASS = Kernel.instance_method(:class)
      # By class, what says whether JSON has its like.
      KINDS = { NilClass => :always, TrueClass => :always, FalseClass => :always, Integer => :integer?,
                Float => :float?, String => :text?, Array => :array?, Hash => :hash? }.freeze
      TEXTS = [Encoding::UTF_8, Encoding::US_ASCII].freeze
      private_constant :TEXTS, :WIRE, :MAX_INTEGER, :MAX_DEPTH, :CLASS, :KINDS

      class << self
        # @param value [Object] that crosses by value
        # @return [Object] the same, which shares nothing with it, frozen as a whole
        # @raise [Codec::UnsupportedType] when it cannot cross
        def copy(value) = Ractor.make_shareable(Codec::Decoder.decode(Codec::Encoder.encode(value)))

        # @param value [Object]
        # @param handles [#add, nil] gives an id for what does not cross by value
        # @return [Object] of JSON
        # @raise [Codec::UnsupportedType] when it cannot cross
        def dump(value, handles = nil)
          return value if plain?(value, 0) && !tagged?(value)

          { WIRE => [Codec::Encoder.encode(value, handles)].pack("m0") }
        end

        # @param json [Object] of JSON
        # @param what [String] for the message
        # @param handles [#fetch, nil] gives what an id stands for
        # @return [Object] the value
        # @raise [JobError] when it is none
        def load(json, what, handles = nil)
          return decode(json.fetch(WIRE), what, handles) if tagged?(json)
          return json if plain?(json, 0)

          raise JobError, "#{what} is no value that was written (numbers beyond ±(2**53 - 1), and what is not UTF-8 " \
                          "or deeper than #{MAX_DEPTH} levels, stand under the key \"#{WIRE}\")"
        end

        private

        def tagged?(value) = value.instance_of?(Hash) && value.key?(WIRE)

        def plain?(value, depth)
          kind = KINDS[CLASS.bind_call(value)]
          kind ? __send__(kind, value, depth) : false
        end

        def always(*) = true

        def integer?(value, _depth) = value.abs <= MAX_INTEGER

        # Readers that know one kind of number take 1.0 for 1.
        def float?(value, _depth) = value.finite? && value != value.truncate

        def text?(value, _depth) = TEXTS.include?(value.encoding) && value.valid_encoding?

        def array?(value, depth) = depth < MAX_DEPTH && value.all? { |element| plain?(element, depth + 1) }

        def hash?(value, depth)
          value.each_key.all? { |key| key.instance_of?(String) && text?(key, depth) } && array?(value.values, depth)
        end

        def decode(text, what, handles)
          raise JobError, "#{what} has a #{text.class} under \"#{WIRE}\", expected Base64" unless text.is_a?(String)

          Codec::Decoder.decode(text.unpack1("m0"), handles)
        rescue ArgumentError
          raise JobError, "#{what} is not Base64 under \"#{WIRE}\""
        rescue Codec::Error, Transport::Rejection => e
          raise JobError, "#{what} cannot be read: #{e.message}"
        end
      end
    end
  end
end
