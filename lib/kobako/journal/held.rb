# frozen_string_literal: true

module Kobako
  class Journal
    # What a replay does for objects that got handles, by its cursor, its objects and its dispatcher.
    #
    # @api private
    module Held
      # An object got a handle.
      #
      # @param handle [Integer]
      # @param object [BasicObject]
      # @return [Integer] the handle
      def held(handle, object)
        stopping { @cursor.hold(handle) { @objects.write(recorded(handle, object)) } }
        handle
      end

      # @param object [BasicObject]
      # @return [String] of {Objects::Recorded#identity}
      def identity(object)
        recorded(0, object).identity
      rescue Codec::UnsupportedType
        nil
      end

      # @param id [Integer] of a handle that nothing is held by
      # @raise [JournalError] when it may have come from the journal
      def check_handle(id)
        return unless @cursor.resumed?

        stopping { raise JournalError, "the journal does not say what handle #{id} stands for (it is mixed up)" }
      end

      # @param absent [Objects::Absent]
      # @return [BasicObject] the object that it stands for
      # @raise [ReplayError] when there is no way to have it
      def locate(absent)
        recorded = absent.recorded
        stopping do
          raise ReplayError, Remarks.lost(@cursor.request(absent.number)) if recorded.how == Objects::NOTHING

          @objects.find(recorded, @dispatcher)
        end
      end

      # @param absent [Objects::Absent] that something stands for
      # @return [BasicObject, nil] the object, if it can be had
      def recall(absent)
        @objects.find(absent.recorded, @dispatcher)
      rescue StandardError
        nil
      end

      private

      def recorded(handle, object) = @objects.record(handle, object, @dispatcher.service_at(object)&.path)
    end
  end
end
