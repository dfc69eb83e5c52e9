# frozen_string_literal: true

require "set"
require_relative "../transport/rejection"

module Kobako
  module Codec
    # Classes of values that Ruby brings along in libraries or changes from release to release, each with a method that
    # takes an object apart and one that makes one. They are Ruby's own, whatever the application puts before them.
    #
    # @api private
    module Natives
      # How a Set is made that is written in Ruby: its members are the keys of a Hash.
      module Hashed
        SET = Object.instance_method(:instance_variable_set)
        DEFAULT = Hash.instance_method(:default=)
        private_constant :SET, :DEFAULT

        def self.bind_call(set, hash)
          DEFAULT.bind_call(hash, false)
          SET.bind_call(set, :@hash, hash)
          set
        end
      end

      # How a Set is made that is written in C, step by step.
      module Built
        STEP = 64
        private_constant :STEP

        class << self
          def bind_call(set, hash)
            method(:initialize).bind_call(set)
            method(:compare_by_identity).bind_call(set) if hash.compare_by_identity?
            hash.each_key.each_slice(STEP) { |members| method(:merge).bind_call(set, members) }
            set
          end

          private

          def method(name) = (@methods ||= {})[name] ||= ::Set.instance_method(name)
        end
      end

      # Whether an object of a Set has its members in a Hash.
      HASHED = ::Set.new.instance_variable_defined?(:@hash)
      # By class: the feature that defines it, how to get its reader, and how its maker.
      TABLE = {
        Time: [nil, -> { ::Time.instance_method(:utc?) }, -> {}],
        Set: ["set", -> { ::Set.instance_method(:to_a) unless HASHED }, -> { HASHED ? Hashed : Built }],
        Date: ["date", -> { ::Date.instance_method(:marshal_dump) }, -> { ::Date.instance_method(:marshal_load) }],
        DateTime: ["date", -> { ::DateTime.instance_method(:marshal_dump) },
                   -> { ::DateTime.instance_method(:marshal_load) }],
        BigDecimal: ["bigdecimal", -> { ::BigDecimal.instance_method(:_dump) },
                     -> { ::Kernel.method(:BigDecimal) }]
      }.freeze
      private_constant :TABLE

      class << self
        # @param name [Symbol] of a class that is loaded
        # @return [Array, nil] the class, what reads its objects and what makes them; nil if it is not Ruby's
        def find(name) = @found[name] ||= own(name)

        # @param name [Symbol] of a class, which is loaded if it was not yet
        # @return [Array] as {find}
        # @raise [Transport::RefusedValue] when there is no such class of Ruby's
        def load(name)
          feature, = TABLE.fetch(name)
          require feature if feature
          find(name) || absent(name, "the #{name} of this process is not Ruby's own")
        rescue LoadError
          absent(name, "this Ruby has no #{feature} (add the gem #{feature} to the application)")
        end

        private

        def own(name)
          _, *parts = TABLE.fetch(name)
          parts.map! { |part| original(part.call) }
          [Object.const_get(name), *parts].freeze
        rescue NameError
          nil
        end

        # The method that Ruby wrote, below those that were put before it.
        def original(method)
          return method unless [UnboundMethod, Method].include?(method.class)

          method = method.super_method while method&.source_location
          method or raise NameError, "it was replaced"
        end

        def absent(name, reason) = raise(Transport::RefusedValue, "a #{name} of the guest cannot be made: #{reason}")
      end

      @found = {}
      # Before an application may replace a method of theirs.
      find(:Time)
      find(:Set)
    end
  end
end
