# frozen_string_literal: true

module Kobako
  class Exposure
    # What messages call objects, classes and the guest's own texts; no code of the objects runs.
    module Label
      CLASS = Kernel.instance_method(:class)
      NAME = Module.instance_method(:name)
      MAX_LENGTH = 80
      private_constant :CLASS, :NAME, :MAX_LENGTH

      class << self
        # @param target [String, BasicObject] a service's path, or the object behind a handle
        # @return [String]
        def of(target)
          return brief(target) if String === target # rubocop:disable Style/CaseEquality

          "a handle of a #{class_name(CLASS.bind_call(target))}"
        end

        # @param text [String] the guest's text
        # @return [String] its beginning
        def brief(text)
          text = text.scrub
          text.length > MAX_LENGTH ? "#{text[0, MAX_LENGTH]}…" : text
        end

        # @param mod [Module]
        # @return [String] its name, or that of its nearest superclass that has one
        def class_name(mod)
          mod = mod.superclass until (name = NAME.bind_call(mod)) || !(Class === mod) # rubocop:disable Style/CaseEquality
          name || "an anonymous module"
        end
      end
    end
  end
end
