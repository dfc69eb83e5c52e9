# frozen_string_literal: true

require_relative "../transport/rejection"
require_relative "label"

module Kobako
  class Exposure
    # Why a guest must not call a method, in words that say how the host can change it for this object.
    module Refusal
      NEVER = "is never exposed to a guest (write a method of another name that does what the guest needs)"
      CLOSED = "is not exposed to the guest"
      UNASKED = "the object's respond_to_guest? says no"
      BIND = "bind the object with only: %i[NAME], or let it answer respond_to_guest?"
      EXPOSE = "expose its class: sandbox.expose(CLASS, only: %i[NAME])"
      MAX_LISTED = 50
      CLASS = Kernel.instance_method(:class)
      private_constant :NEVER, :CLOSED, :UNASKED, :BIND, :EXPOSE, :MAX_LISTED, :CLASS

      class << self
        # @param reason [Symbol] :never, :unlisted, :writer, :default or :unasked
        # @param exposure [Exposure] that refuses
        # @param target [String, BasicObject] a service's path, or the object behind a handle
        # @param name [String] the guest's text
        # @param details [Symbol, nil] what the guest is to do instead
        # @return [Transport::Unexposed]
        def of(reason, exposure, target, name, details = nil)
          name = Label.brief(name)
          text = case reason
                 when :never then NEVER
                 when :unasked then "#{CLOSED} (#{UNASKED})"
                 when :writer then "#{CLOSED}: a writer must be listed (#{way(exposure, target, name)})"
                 else "#{CLOSED} (#{way(exposure, target, name)})"
                 end
          Transport::Unexposed.new("#{Label.of(target)}: #{name.inspect} #{text}", details:)
        end

        # @param exposure [Exposure]
        # @param target [String, BasicObject] as in {of}
        # @param name [String] that no method has
        # @param names [Array<String>] what the guest can call
        # @param details [Symbol, nil] as in {of}
        # @return [Transport::Unexposed]
        def missing(exposure, target, name, names, details = nil)
          name = Label.brief(name)
          listed = names.empty? ? +"nothing" : names.first(MAX_LISTED).join(", ")
          if exposure.method_missing?
            listed << "; what method_missing answers must be listed: #{way(exposure, target, name)}"
          end
          Transport::Unexposed.new("NoMethodError: #{Label.of(target)} has no method #{name.inspect} " \
                                   "(a guest can call: #{listed})", details:)
        end

        private

        # A handle's object is bound nowhere; its class can be exposed if it is one of its own.
        def way(exposure, target, name)
          return "add it to only: #{exposure.rule.place(target)}" if exposure.rule

          klass = CLASS.bind_call(target)
          text = String === target || Module === target || Origin.common?(klass) ? BIND : EXPOSE # rubocop:disable Style/CaseEquality
          text.gsub(/NAME|CLASS/) { |word| word == "NAME" ? name : Label.class_name(klass) }
        end
      end
    end
  end
end
