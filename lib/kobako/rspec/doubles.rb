# frozen_string_literal: true

module Kobako
  module RSpec
    # Says which methods rspec-mocks defined in place of the application's, so that a guest reaches what is stubbed.
    #
    # @api private
    module Doubles
      INSTANCE_METHOD = Module.instance_method(:instance_method)
      NAME = Module.instance_method(:name)
      BELOW = Module.instance_method(:<=)
      private_constant :INSTANCE_METHOD, :NAME, :BELOW

      class << self
        # @param unbound [UnboundMethod]
        # @return [Boolean] whether a stub or an expectation of a message defined it
        def method?(unbound)
          location = unbound.source_location
          return false if location.nil? || !mocks? || !files.include?(location.first)

          !NAME.bind_call(unbound.owner)&.start_with?("RSpec::")
        end

        # A double is told of every message, as in a spec: one that answers none fails the example by it.
        #
        # @param klass [Class] of an object
        # @param name [String] that no public method of it has
        # @return [Exposure::ExposedMethod, nil] what answers it, if the object is a double
        def message(klass, name)
          return unless mocks? && BELOW.bind_call(klass, ::RSpec::Mocks::TestDouble)

          Exposure::DynamicMethod.new(klass, name.to_sym)
        end

        private

        # rspec-core loads it before the first example, unless another library is to make the doubles.
        def mocks? = defined?(::RSpec::Mocks::ExampleMethods) && true

        # Where rspec-mocks writes the methods of stubs.
        def files = @files ||= ::RSpec::Mocks.with_temporary_scope { Object.new.extend(Probe).files }
      end

      # Makes a stub of each kind.
      module Probe
        def self.extended(probe) = probe.extend(::RSpec::Mocks::ExampleMethods)

        # @return [Array<String>]
        def files
          mod = Class.new { def call = nil }
          object = mod.new
          allow(object).to receive(:call)
          allow_any_instance_of(mod).to receive(:call)
          [object.singleton_class, mod].map { |owner| owner.instance_method(:call).source_location.first }.uniq
        end
      end
      private_constant :Probe
    end
  end
end
