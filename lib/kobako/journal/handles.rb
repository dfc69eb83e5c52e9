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
        recognize(object) if @absents&.any? && !@ids.key?(object)
        held = size
        handle = super
        @replay && size > held ? @ids[object] = @replay.held(handle, object) : handle
      end

      # @param id [Integer]
      # @return [BasicObject]
      # @raise [ReplayError] when the object cannot be had again
      # @raise [JournalError] when the journal gave no such handle
      # @raise [Transport::Rejection] when this invocation did not
      def fetch(id)
        @replay&.check_handle(id) unless id.between?(1, size)
        object = super
        Objects::Absent === object ? take(object) : object # rubocop:disable Style/CaseEquality
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
        (absents[absent.recorded.identity] ||= []) << absent unless absent.recorded.how == Objects::NOTHING
      end

      # Forgets every object.
      def clear
        super
        @absents = nil
      end

      private

      # The handles of objects that have not been asked for, by what stands for these.
      def absents = @absents ||= {}

      # Finds the objects that may be this one, which keeps their handle then.
      def recognize(object)
        found = absents.delete(@replay.identity(object)) or return
        found.each do |absent|
          recalled = @replay.recall(absent)
          settle(absent.recorded, recalled) unless recalled.nil? || !absent.equal?(@objects[absent.recorded.id])
        end
      end

      def settle(recorded, object)
        @ids[object] ||= recorded.handle
        @objects[recorded.id] = object
      end

      def take(absent)
        settle(absent.recorded, @replay.locate(absent))
      end
    end
  end
end
