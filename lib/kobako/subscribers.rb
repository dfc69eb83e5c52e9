# frozen_string_literal: true

module Kobako
  # Who wants to hear of each run that ended.
  #
  # @api private
  module Subscribers
    @blocks = [].freeze
    @lock = Mutex.new

    class << self
      # @param block [#call] takes an {Event}
      # @return [#call] the block
      def add(block)
        @lock.synchronize { @blocks = [*@blocks, block].freeze }
        block
      end

      # @param block [#call]
      # @return [Boolean] whether it was there
      def remove(block)
        @lock.synchronize do
          there = @blocks.any? { |other| other.equal?(block) }
          @blocks = @blocks.reject { |other| other.equal?(block) }.freeze
          there
        end
      end

      # @return [Boolean] whether there is one
      def any? = !@blocks.empty?

      # @param execution [Execution] that has ended
      def publish(execution)
        return if @blocks.empty?

        event = Event.new(execution)
        @blocks.each { |block| tell(block, event) }
      end

      private

      # A run is not to fail because of who listens.
      def tell(block, event)
        block.call(event)
      rescue StandardError => e
        warn "kobako: a subscriber raised #{e.class}: #{e.message} (#{e.backtrace&.first})"
      end
    end
  end
end
