# frozen_string_literal: true

module Kobako
  module MCP
    # The calls of the tool that are under way, each in a thread of its own.
    #
    # @api private
    class Calls
      # One call; its execution is there from its begin on.
      class Call
        def initialize
          @lock = Mutex.new
        end

        # @param execution [Execution] that is about to begin
        def begin(execution)
          @lock.synchronize do
            @execution = execution
            execution.cancel if @cancelled
          end
        end

        # Ends it, now or as soon as it begins.
        def cancel
          @lock.synchronize do
            @cancelled = true
            @execution&.cancel
          end
        end
      end
      private_constant :Call

      # @param limit [Integer] of calls at once
      def initialize(limit)
        @limit = limit
        @lock = Mutex.new
        @by_id = {}
        @threads = {}
      end

      # @return [Boolean] whether no more may begin
      def full? = @lock.synchronize { @threads.size >= @limit }

      # @param id [String, Integer] of a request
      # @return [Boolean] whether it is one that is still to be answered
      def include?(id) = @lock.synchronize { @by_id.key?(id) }

      # @param id [String, Integer] that is not included
      # @param work [Proc] takes the call, and gives its response
      # @yieldparam response [Hash, nil] at its end, on its thread; nil when it was cancelled
      def start(id, work)
        @lock.synchronize do
          call = @by_id[id] = Call.new
          thread = Thread.new do
            response = work.call(call)
            yield(conclude(id, call) ? response : nil)
          ensure
            @lock.synchronize { @threads.delete(Thread.current) }
          end
          @threads[thread] = call
        end
      end

      # Ends a call, which has no response then. Does nothing when there is none of this id.
      def cancel(id) = @lock.synchronize { @by_id.delete(id) }&.cancel

      # Ends all of them.
      #
      # @param seconds [Numeric] how long services may take to answer
      def finish(seconds)
        under_way = @lock.synchronize do
          @by_id.clear
          @threads.dup
        end
        under_way.each_value(&:cancel)
        limit = now + seconds
        under_way.each_key { |thread| thread.join([limit - now, 0].max) || thread.kill }
      end

      private

      def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

      # Whether it is still to be answered.
      def conclude(id, call)
        @lock.synchronize { @by_id[id].equal?(call) && @by_id.delete(id) }
      end
    end
  end
end
