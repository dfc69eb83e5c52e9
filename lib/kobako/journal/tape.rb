# frozen_string_literal: true

module Kobako
  class Journal
    # A journal that is only played: a run along it asks nobody, records nothing, and stops where it ends.
    #
    # @api private
    class Tape < Journal
      # Where a run stopped: :before the call of a number, in a :call of which nobody knows whether it was made, or at
      # the :end, where the script makes a call that the journal does not have.
      Halt = Struct.new(:why, :call)

      # Stands for a service, or for an object of which the script holds a handle.
      class StandIn
        # @param name [Object] its path, or what `identify:` gave
        def initialize(name)
          @name = name
          freeze
        end

        # @return [String]
        def inspect = "#<#{@name.is_a?(String) ? @name : "object #{@name.inspect}"}>"
        alias to_s inspect
      end

      # The same object for the same number.
      class StandIns
        def initialize
          @objects = Hash.new { |objects, id| objects[id] = StandIn.new("argument #{id}") }
        end

        # @param id [Integer]
        # @return [StandIn]
        def fetch(id) = @objects[id]
      end

      # A replay that stops where it would go on live.
      class Replay < Journal::Replay
        # @return [Halt, nil]
        attr_reader :halt

        # @param cursor [Cursor]
        # @param objects [Objects]
        # @param resumption [Resumption]
        # @param before [Integer, nil]
        def initialize(cursor, objects, resumption, before)
          super(cursor, objects, resumption)
          @before = before
          @number = 0
        end

        # @param request [String] bytes
        # @return [Array(String, Boolean)] as of {Journal::Replay#call}
        def call(request, &)
          @number += 1
          stop_at(:before, Request.new(request, References.new(@log))) if @number == @before
          stop_at(:end, Request.new(request, References.new(@log))) unless replaying?
          super
        end

        # @param handle [Integer] that a stand-in would have
        # @param _object [StandIn]
        # @return [Integer] that the object had
        def held(handle, _object)
          kind, bytes = @cursor.upcoming
          return handle unless kind == Entry::HANDLE

          @cursor.pass
          Objects.read(bytes).handle
        end

        # @param absent [Objects::Absent]
        # @return [StandIn]
        def locate(absent) = StandIn.new(absent.recorded.key || "handle #{absent.recorded.id}")

        private

        def stop_at(why, call)
          @halt = Halt.new(why, call)
          throw @tag
        end

        # Up to what is known of it.
        def unknown(number, _request)
          play
          stop_at(:call, @cursor.request(number))
        end

        def repeatable?(_target) = false
      end

      # @param store [Store]
      # @param before [Integer, nil] number of a call
      def initialize(store, before) # rubocop:disable Lint/MissingSuper -- what hooks are for is not done here
        @store = store
        @log = store.log
        @objects = Objects.new(nil, nil)
        @lock = Mutex.new
        @before = before
      end

      # @return [Halt, nil] where the run stopped, unless it ended or waits
      def halt = @replay&.halt

      # @param resumption [Resumption]
      # @param host_clock [Boolean]
      # @return [Replay]
      def replay(resumption, host_clock)
        @replay = Replay.new(Cursor.new(@log, ->(*) {}, host_clock), @objects, resumption, @before)
      end
    end
  end
end
