# frozen_string_literal: true

# What the host exposes to the guests of all sandboxes.
module Kobako
  class << self
    # Says what the objects of a class and of its subclasses expose to a guest, in all sandboxes of the process. Each
    # invocation takes what was said before it began. Threads may call it at any time.
    #
    # @example in an initializer of Rails
    #   Rails.application.config.to_prepare do
    #     Kobako.expose(Invoice, only: %i[id customer total overdue?])
    #   end
    # @param mod [Class, Module] as {Sandbox#expose} takes it; a class that was loaded anew takes the place of the
    #   one that had its name
    # @param only [Array<Symbol>] as there
    # @param enumerable [Boolean] as there
    # @return [self]
    # @raise [ArgumentError] as there
    def expose(mod, only:, enumerable: false)
      Catalog::Exposures::PROCESS.add(mod, only, enumerable:)
      self
    end

    # Lists the methods of an object that a guest reaches. Enumerable's methods, which the guest runs itself over
    # `each`, are not among them.
    #
    # @param object [BasicObject] as a service, or as what a handle stands for
    # @param only [Array<Symbol>, nil] that it would be bound with
    # @param sandbox [Sandbox, nil] whose `bind` and `expose` count, too
    # @return [Array<Symbol>] sorted
    # @raise [ArgumentError] for an `only:` that cannot be bound, or for what is no sandbox
    def exposed(object, only: nil, sandbox: nil)
      unless sandbox.nil? || sandbox.is_a?(Sandbox)
        raise ArgumentError, "sandbox is a #{sandbox.class}, expected a Kobako::Sandbox (nil for none)"
      end
      return Transport::Service.new("the object", object, only:).exposure(nil).names(object).map(&:to_sym) if only

      sandbox ? sandbox.exposed(object) : Catalog::Exposures::PROCESS.exposure_of(object).names(object).map(&:to_sym)
    end
  end
end
