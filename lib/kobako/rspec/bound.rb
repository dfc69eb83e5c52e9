# frozen_string_literal: true

module Kobako
  module RSpec
    # What the guest of a sandbox, or of one run, finds at a path.
    #
    # @api private
    class Bound
      DEFINED = %i[public_method_defined? protected_method_defined? private_method_defined?]
                .map { |name| Module.instance_method(name) }.freeze
      # What rspec-mocks calls the method that a stub for all instances hides.
      HIDDEN = /\A__.+_without_any_instance__\z/
      private_constant :DEFINED, :HIDDEN

      # @param subject [Sandbox, Execution]
      # @param path [String]
      # @raise [ArgumentError] for another subject
      def initialize(subject, path)
        @path = path
        @catalog, own = bindings(subject)
        @entries = (@catalog&.to_h || {}).merge(own || {})
        @entry = @entries[path]
      end

      # @return [Boolean]
      def service? = @entry.is_a?(Transport::Service)

      # @return [Array<String>] the methods that a guest reaches, sorted
      def names = @names ||= exposure.names(object).grep_v(HIDDEN)

      # @param name [String]
      # @return [Boolean] whether the object has the method, public or not
      def method?(name) = DEFINED.any? { |defined| defined.bind_call(Runtime.class_of(object), name) }

      # @return [String] what there is instead of a service
      def absence
        if @entry
          "#{@path} is data, of which a guest has a copy"
        elsif @entries.key?(@path)
          "#{@path} is declared, and this sandbox has no object for it (give the matcher the run that binds one)"
        else
          "nothing is bound at #{@path} (bound: #{@entries.empty? ? "nothing" : @entries.keys.sort.join(", ")})"
        end
      end

      # @return [String] what a guest reaches, for messages
      def listed = names.empty? ? "nothing" : names.join(", ")

      private

      def object = @entry.object

      def exposure = @catalog.exposure(@entry)

      # Those of the sandbox, and those of the run alone.
      def bindings(subject)
        case subject
        when Sandbox then [subject.link.bindings]
        when Execution then [subject.catalog, subject.bindings]
        else raise ArgumentError, "expected a Kobako::Sandbox or a Kobako::Execution, got a #{subject.class}"
        end
      end
    end
  end
end
