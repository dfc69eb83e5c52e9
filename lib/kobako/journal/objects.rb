# frozen_string_literal: true

module Kobako
  class Journal
    # What stands in a journal for the host's objects, of which a guest holds handles.
    #
    # @api private
    class Objects
      # How an object is found again: by nothing, as a service, or by what `locate:` makes of a key.
      NOTHING = 0
      SERVICE = 1
      KEY = 2
      # A handle's number, and from the 32nd bit on a byte of what the guest is to ask.
      MAX_HANDLE = (1 << 40) - 1
      private_constant :MAX_HANDLE

      # An object that is recorded.
      Recorded = Struct.new(:handle, :how, :key) do
        # @return [Integer] the handle's number
        def id = handle & 0xffff_ffff

        # @return [String] the same for what stands for the same object
        def identity = Codec::Encoder.encode([how, key])
      end

      # Stands in a table of handles for an object that has not been asked for yet.
      class Absent
        # @return [Recorded]
        attr_reader :recorded
        # @return [Integer] of the entry of the call that gave it
        attr_reader :number

        # @param recorded [Recorded]
        # @param number [Integer]
        def initialize(recorded, number)
          @recorded = recorded
          @number = number
        end

        # @return [String, nil] the path of the service that it is
        def path = (recorded.key if recorded.how == SERVICE)
      end

      class << self
        # @param object [BasicObject]
        # @return [String, nil] its GlobalID, where that is loaded and it has one
        def global_key(object)
          return unless Object.const_defined?(:GlobalID) && Object === object && object.respond_to?(:to_global_id) # rubocop:disable Style/CaseEquality

          object.to_global_id.to_s
        end

        # @param key [String] a GlobalID
        # @return [Object, nil]
        def global_object(key) = (::GlobalID::Locator.locate(key) if Object.const_defined?(:GlobalID))

        # @param bytes [String] of an entry
        # @return [Recorded]
        # @raise [JournalError] when it is none
        def read(bytes)
          handle, how, key = Codec::Decoder.decode(bytes)
          unless handle.is_a?(Integer) && handle.between?(1, MAX_HANDLE) &&
                 (handle & 0xffff_ffff).between?(1, Handle::MAX_ID) && how.is_a?(Integer) &&
                 how.between?(NOTHING, KEY) && (how != SERVICE || key.is_a?(String))
            raise JournalError, "an object in the journal is no object"
          end

          Recorded.new(handle, how, key)
        rescue Codec::Error, Transport::Rejection => e
          raise JournalError, "an object in the journal cannot be read: #{e.message}"
        end
      end

      # @param identify [#call, nil] gives a key of an object, or nil
      # @param locate [#call, nil] gives the object of a key
      def initialize(identify, locate)
        @identify = identify
        @locate = locate
      end

      # @param handle [Integer]
      # @param object [BasicObject]
      # @param path [String, nil] of the service that it is
      # @return [Recorded]
      def record(handle, object, path)
        return Recorded.new(handle, SERVICE, path) if path

        key = key_of(object)
        key.nil? ? Recorded.new(handle, NOTHING) : Recorded.new(handle, KEY, key)
      end

      # @param recorded [Recorded]
      # @return [String] the bytes of its entry
      # @raise [JournalError] when its key cannot be recorded
      def write(recorded)
        Codec::Encoder.encode(recorded.key.nil? ? recorded.to_a.first(2) : recorded.to_a)
      rescue Codec::UnsupportedType => e
        raise JournalError, "identify: gave a key that cannot be recorded: #{e.message}"
      end

      # @param recorded [Recorded]
      # @param dispatcher [Transport::Dispatcher] knows the services
      # @return [BasicObject]
      # @raise [ReplayError] when nothing is found
      def find(recorded, dispatcher)
        return located(recorded) if recorded.how == KEY

        service = dispatcher.service(recorded.key)
        service or raise ReplayError, "the journal has the service #{recorded.key}, which this run does not have"
        service.object
      end

      private

      def located(recorded)
        object = @locate ? @locate.call(recorded.key) : Objects.global_object(recorded.key)
        return object unless object.nil?

        raise ReplayError, "nothing is found for the object #{recorded.key.inspect} of the journal (pass locate: to " \
                           "the journal, which gives the object of what identify: gave)"
      end

      def key_of(object) = @identify ? @identify.call(object) : Objects.global_key(object)
    end
  end
end
