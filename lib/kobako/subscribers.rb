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
        @lock.synchronize { replace([*@blocks, block]) }
        block
      end

      # @param block [#call]
      # @return [Boolean] whether it was there
      def remove(block)
        @lock.synchronize do
          there = @blocks.any? { |other| other.equal?(block) }
          replace(@blocks.reject { |other| other.equal?(block) })
          there
        end
      end

      # @param execution [Execution]
      def publish(execution)
        event = Event.new(execution)
        @blocks.each { |block| tell(block, event) }
      end

      private

      def replace(blocks)
        @blocks = blocks.freeze
        Runtime.observed = !blocks.empty?
      end

      # A run is not to fail because of who listens.
      def tell(block, event)
        block.call(event)
      rescue StandardError => e
        warn "kobako: a subscriber raised #{e.class}: #{e.message} (#{e.backtrace&.first})"
      end
    end
  end
end
