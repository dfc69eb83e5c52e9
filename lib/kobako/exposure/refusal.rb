# frozen_string_literal: true

require_relative "../transport/rejection"
require_relative "label"

module Kobako
  class Exposure
    # Why a guest must not call a method, in words that say how the host can change it.
    module Refusal
      TEXTS = {
        never: "is never exposed to a guest (write a method of another name that does what the guest needs)",
        unlisted: "is not exposed to the guest (add it to only: where the service is bound)",
        default: "is not exposed to the guest (bind the object with only: %i[NAME], " \
                 "or let it answer respond_to_guest?)",
        unasked: "is not exposed to the guest (the object's respond_to_guest? says no)"
      }.freeze
      MAX_LISTED = 50
      private_constant :TEXTS, :MAX_LISTED

      class << self
        # @param reason [Symbol] :never, :unlisted, :default or :unasked
        # @param target [String, BasicObject] a service's path, or the object behind a handle
        # @param name [String] the guest's text
        # @return [Transport::Unexposed]
        def of(reason, target, name)
          name = Label.brief(name)
          text = TEXTS.fetch(reason).sub("NAME") { name }
          Transport::Unexposed.new("#{Label.of(target)}: #{name.inspect} #{text}")
        end

        # @param target [String, BasicObject] as in {of}
        # @param name [String] that no method has
        # @param names [Array<String>] what the guest can call
        # @return [Transport::Unexposed]
        def missing(target, name, names)
          listed = names.empty? ? "nothing" : names.first(MAX_LISTED).join(", ")
          Transport::Unexposed.new("NoMethodError: #{Label.of(target)} has no method " \
                                   "#{Label.brief(name).inspect} (a guest can call: #{listed})")
        end
      end
    end
  end
end
