# frozen_string_literal: true

module Kobako
  module Transport
    # What one sandbox gives to its guests and answers them with: bindings and snippets, sealed by the first run.
    class Link
      # @return [Catalog::Bindings]
      attr_reader :bindings
      # @return [Catalog::Snippets]
      attr_reader :snippets

      # @param runtime [Runtime]
      # @param max_handles [Integer]
      def initialize(runtime, max_handles)
        @runtime = runtime
        @max_handles = max_handles
        @bindings = Catalog::Bindings.new
        @snippets = Catalog::Snippets.new
        @lock = Mutex.new
        @idle = []
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
        dispatcher = @idle.pop || Dispatcher.new(bindings.to_h, max_handles: @max_handles)
        begin
          yield dispatcher
        ensure
          dispatcher.finish
          @idle.push(dispatcher)
        end
      end

      private

      def hand_over
        @runtime.seal(bindings.encode, snippets.encode)
        bindings.seal
        snippets.seal
        true
      end
    end
  end
end
