# frozen_string_literal: true

module Kobako
  # From a guest's requests to its answers.
  #
  # @api private
  module Transport
    # What one sandbox gives to its guests and answers them with: bindings and snippets, sealed by the first run.
    class Link
      SAME = BasicObject.instance_method(:equal?)
      private_constant :SAME

      # @return [Catalog::Bindings]
      attr_reader :bindings
      # @return [Catalog::Snippets]
      attr_reader :snippets
      # @return [Catalog::Exposures]
      attr_reader :exposed

      # @param runtime [Runtime]
      # @param max_handles [Integer]
      # @param convert [Hash{Module => #call}] what makes values of objects that would become handles
      def initialize(runtime, max_handles, convert = {})
        @runtime = runtime
        @max_handles = max_handles
        @convert = convert
        @exposed = Catalog::Exposures.new
        @bindings = Catalog::Bindings.new(@exposed)
        @snippets = Catalog::Snippets.new
        @lock = Mutex.new
        @idle = []
      end

      # @param object [BasicObject]
      # @return [Exposure] what the guest reaches of it in a run that begins now
      def exposure_of(object)
        bound = bindings.to_h.each_value.find { |entry| entry.is_a?(Service) && SAME.bind_call(entry.object, object) }
        bound ? bindings.exposure(bound) : exposed.exposure_of(object)
      end

      # Ends definition.
      def seal
        @sealed || @lock.synchronize { @sealed ||= hand_over }
      end

      # Lends a dispatcher to one run, if there is anything to answer.
      #
      # @yieldparam dispatcher [Dispatcher, nil]
      # @return [Object] what the block gives
      def serve(&)
        seal
        bindings.empty? ? yield(nil) : connect(&)
      end

      # Lends a dispatcher to one run. What an interrupt keeps from coming back is made anew.
      #
      # @yieldparam dispatcher [Dispatcher]
      # @return [Object] what the block gives
      def connect
        seal
        dispatcher = @idle.pop || dispatcher(Catalog::Handles)
        begin
          yield dispatcher
        ensure
          dispatcher.finish
          @idle.push(dispatcher)
        end
      end

      # Has one run be answered by a recorder, over a dispatcher of its own.
      #
      # @param recorder [Recorder]
      # @yieldparam recorder [Recorder]
      # @return [Object] what the block gives; nil for a run that waits
      def record(recorder)
        seal
        dispatcher = dispatcher(recorder.handles_class)
        begin
          recorder.run { yield recorder.over(dispatcher) }
        ensure
          recorder.finish
          dispatcher.finish
        end
      end

      private

      def dispatcher(handles)
        Dispatcher.new(bindings.to_h, max_handles: @max_handles, exposed:, convert: @convert, handles:)
      end

      def hand_over
        @runtime.seal(bindings.encode, snippets.encode)
        bindings.seal
        snippets.seal
        exposed.seal
        true
      end
    end
  end
end
