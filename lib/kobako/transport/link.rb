# frozen_string_literal: true

module Kobako
  module Transport
    # What one sandbox gives to its guest and answers it with: services and snippets, sealed by the first
    # invocation.
    class Link
      # @return [Catalog::Namespaces]
      attr_reader :namespaces
      # @return [Catalog::Snippets]
      attr_reader :snippets

      # @param runtime [Runtime]
      # @param max_handles [Integer]
      # @param convert [Hash{Module => #call}] what makes values of objects that would become handles
      # @param results [:hash, nil] what becomes of Structs and Data of the script in its result
      def initialize(runtime, max_handles, convert: {}, results: nil)
        @runtime = runtime
        @max_handles = max_handles
        @convert = convert
        @results = results
        @namespaces = Catalog::Namespaces.new
        @snippets = Catalog::Snippets.new
        @lock = Mutex.new
        @turn = nil
        @raiser = Outcome.raiser(results: @results)
      end

      # Ends definition. Without services there is no request to answer, and so no dispatcher.
      def seal
        @sealed || @lock.synchronize { @sealed ||= hand_over }
      end

      # Seals, and answers requests even without services, for arguments that become handles.
      #
      # @return [Dispatcher]
      def connect
        seal
        @dispatcher || @lock.synchronize { @dispatcher ||= answer_requests }
      end

      # Runs one invocation to its value. With a dispatcher, nobody else may run one meanwhile; without,
      # the runtime sees to that.
      #
      # @param operation [String] the call that errors are reported for
      # @yieldparam raiser [Proc] raises what a panic record says
      # @yieldreturn [Object] the invocation's value
      # @return [Object] the same
      # @raise [Transport::Error] when the value cannot be decoded
      # @raise as the block
      # @raise [Kobako::Error] when the sandbox is running already
      def invoke(operation)
        return yield(@raiser) unless (dispatcher = @dispatcher)

        turn = [Thread.current, false]
        begin
          take(turn)
          dispatcher.begin(operation)
          yield @raiser
        ensure
          # No call but the one that clears: where the stack is full, none has room.
          if turn[1]
            begin
              dispatcher.finish
            ensure
              @turn = nil
            end
          end
        end
      rescue Codec::Error, Rejection => e
        raise Error, "result cannot be decoded: #{e.message}"
      end

      private

      def hand_over
        @runtime.seal(namespaces.encode, snippets.encode)
        namespaces.seal
        snippets.seal
        @dispatcher = answer_requests unless namespaces.empty?
        true
      end

      def answer_requests
        dispatcher = Dispatcher.new(@runtime, namespaces.services, max_handles: @max_handles, convert: @convert)
        @raiser = Outcome.raiser(dispatcher.failures, results: @results)
        @runtime.on_dispatch = dispatcher
        dispatcher
      end

      # The lock is held for this moment only: Ruby crashes when it collects a fiber that holds a Mutex together
      # with the Mutex, as it may do after a fiber was abandoned in a service.
      def take(turn)
        @lock.synchronize do
          # In a forked child the thread that had it may be gone.
          running if @turn&.first&.alive?
          # Nothing can come between the two.
          @turn = turn
          turn[1] = true
        end
      end

      def running
        raise Kobako::Error, "the sandbox is running already: one invocation at a time per Sandbox " \
                             "(use another Sandbox for each thread)"
      end
    end
  end
end
