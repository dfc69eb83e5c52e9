# frozen_string_literal: true

module Kobako
  class Exposure
    # Methods that stand in for the application's own, as those of test doubles do. Nobody knows any, until somebody
    # who does is told to this module.
    #
    # @api private
    module StandIns
      class << self
        # @return [#method?, #message, nil] who knows them; it answers what this module does
        attr_writer :source

        # @param unbound [UnboundMethod]
        # @return [Boolean] whether it counts as the application's
        def method?(unbound) = @source ? @source.method?(unbound) : false

        # @param klass [Class] of an object
        # @param name [String] that no public method of it has
        # @return [ExposedMethod, nil] what answers it nevertheless
        def message(klass, name) = @source&.message(klass, name)
      end
    end
  end
end
