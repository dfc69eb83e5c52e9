# frozen_string_literal: true

module Kobako
  class Journal
    # A request as it stands in a journal, decoded for those who look at it.
    #
    # @api private
    class Request
      # Stands for an object of which the guest holds a handle, where the object is not at hand.
      class Reference
        # @return [Integer] the handle's number in its run
        attr_reader :id
        # @return [Object, nil] the service's path, or what `identify:` gave
        attr_reader :key

        # @param id [Integer]
        # @param key [Object, nil]
        def initialize(id, key = nil)
          @id = id
          @key = key
          freeze
        end

        # @return [Boolean] by value
        def ==(other) = other.is_a?(Reference) && id == other.id && key == other.key
        alias eql? ==

        # @return [Integer] by value
        def hash = [id, key].hash

        # @return [String]
        def inspect = "#<handle #{id}#{" of #{key.inspect}" if key}>"
        alias to_s inspect
      end

      # @return [String, Reference] a service's path, or what a handle stands for
      attr_reader :target
      # @return [String] of the method
      attr_reader :name
      # @return [Array]
      attr_reader :arguments
      # @return [Hash{Symbol => Object}]
      attr_reader :keywords

      # @param bytes [String]
      # @param objects [#fetch, nil] gives what stands for the object of a handle
      # @raise [JournalError] when they are no request
      def initialize(bytes, objects = nil)
        @target, @name, @arguments, @keywords = Codec::Decoder.decode(bytes, objects || Bare)
        raise JournalError, "a call in the journal is no request" unless sound?

        freeze
      rescue Codec::Error, Transport::Rejection => e
        raise JournalError, "a call in the journal cannot be read: #{e.message}"
      end

      # @return [String] for messages, such as `Shop::Orders.find(7)`
      def to_s
        given = arguments.map(&:inspect) + keywords.map { |name, value| "#{name}: #{value.inspect}" }
        text = "#{target}.#{name}#{"(#{given.join(", ")})" unless given.empty?}"
        text.length > 200 ? "#{text[0, 200]}…" : text
      end

      private

      def sound?
        (@target.is_a?(Reference) || text?(@target)) && text?(@name) && @arguments.is_a?(Array) &&
          @keywords.is_a?(Hash) && @keywords.each_key.all?(Symbol)
      end

      def text?(value) = value.is_a?(String) && value.encoding == Encoding::UTF_8

      # Gives a {Reference} for each handle.
      module Bare
        def self.fetch(id) = Reference.new(id)
      end
      private_constant :Bare
    end

    # What the handles of a journal stand for.
    #
    # @api private
    class References
      # @param log [Log]
      def initialize(log)
        @log = log
      end

      # @param id [Integer]
      # @return [Request::Reference]
      def fetch(id) = Request::Reference.new(id, keys[id])

      private

      def keys
        @keys ||= @log.each_of(Entry::HANDLE).to_h do |bytes|
          object = Objects.read(bytes)
          [object.id, object.key]
        end
      end
    end
  end
end
