# frozen_string_literal: true

require_relative "../catalog/handles"

module Kobako
  class Journal
    # The handles of a run that is recorded: tells of each new one, and takes back those of the journal.
    #
    # @api private
    class Handles < Catalog::Handles
      # @return [Replay, nil] hears of handles
      attr_writer :replay

      # @param object [BasicObject]
      # @return [Integer, Array] as of {Catalog::Handles#add}
      def add(object)
        held = size
        handle = super
        @replay.held(handle, object) if @replay && size > held
        handle
      end

      # @param id [Integer]
      # @return [BasicObject]
      # @raise [ReplayError] when the object cannot be had again
      def fetch(id)
        object = super
        Objects::Absent === object ? take(id, object) : object # rubocop:disable Style/CaseEquality
      end

      # @param id [Integer]
      # @return [BasicObject, Objects::Absent, nil] what is there, as it is
      def peek(id) = (@objects[id] if id.positive? && id <= size)

      # Takes back a handle of the journal.
      #
      # @param absent [Objects::Absent]
      # @raise [JournalError] when it is not the next one
      # @raise [HandlerExhaustedError] when the limit is reached
      def restore(absent)
        exhausted if size >= limit
        unless absent.recorded.id == size + 1
          raise JournalError, "the journal has handle #{absent.recorded.id} where #{size + 1} is the next one"
        end

        @objects << absent
      end

      private

      def take(id, absent)
        object = @replay.locate(absent)
        @ids[object] ||= absent.recorded.handle
        @objects[id] = object
      end
    end
  end
end
