# frozen_string_literal: true

module Kobako
  # Tells ActiveSupport::Notifications of runs, where that is loaded.
  #
  # @api private
  module Notifications
    # The event.
    NAME = "run.kobako"

    class << self
      # Ruby's `defined?` keeps back what it meets: an interrupt that came there would be lost.
      #
      # @return [Boolean] whether somebody subscribed to runs
      def wanted?
        Object.const_defined?(:ActiveSupport) && ::ActiveSupport.const_defined?(:Notifications, false) &&
          ::ActiveSupport::Notifications.notifier.listening?(NAME)
      end

      # @param execution [Execution] that the block runs
      # @return [Object] what the block gives
      def instrument(execution)
        payload = {}
        ::ActiveSupport::Notifications.instrument(NAME, payload) do
          yield
        ensure
          payload.merge!(Event.new(execution).to_h)
        end
      end
    end
  end
end
