# frozen_string_literal: true

require_relative "application"
require_relative "stand_ins"

module Kobako
  class Exposure
    # Who brought a method along: the application, or Ruby and its gems.
    module Origin
      ANCESTORS = Module.instance_method(:ancestors)
      NAME = Module.instance_method(:name)
      BELOW = Module.instance_method(:<=)
      INSTANCE_METHOD = Module.instance_method(:instance_method)
      STRUCT_MEMBERS = Struct.instance_method(:members)
      # nil before Ruby 3.2.
      DATA_MEMBERS = defined?(::Data.define) ? ::Data.instance_method(:members) : nil
      OBJECT_CLASS = Object.singleton_class
      private_constant :ANCESTORS, :NAME, :BELOW, :INSTANCE_METHOD, :STRUCT_MEMBERS, :DATA_MEMBERS, :OBJECT_CLASS

      class << self
        # @param unbound [UnboundMethod]
        # @return [Boolean] whether the application wrote it, and not for every object
        def application?(unbound)
          return true if StandIns.method?(unbound)

          location = unbound.source_location
          return false if location.nil? || !Application.file?(location.first)

          !common.include?(unbound.owner) && !Application.ruby?(unbound.owner)
        end

        # @param klass [Class] of the object
        # @param object [BasicObject]
        # @param unbound [UnboundMethod]
        # @return [Boolean] whether it reads a member of a Struct or Data that the application defined
        def member?(klass, object, unbound)
          members = members(object, unbound.owner)
          return false unless members&.include?(unbound.name) && unbound.original_name == unbound.name

          unbound.source_location.nil? && defined_by_application?(klass, unbound.owner)
        end

        # @param klass [Class]
        # @param name [Symbol]
        # @return [Boolean] whether an ancestor defines the method, public or not, that not every object or every
        #   Exception has by itself
        def defines?(klass, name)
          return false unless Runtime.redefined?(klass, name)

          owner = INSTANCE_METHOD.bind_call(klass, name).owner
          !owner.equal?(BasicObject) && !owner.equal?(Exception) && !common.include?(owner)
        end

        # @param mod [Module]
        # @return [Boolean] whether every object is one, or every class
        def common?(mod) = common.include?(mod)

        private

        # What stands behind Object in the ancestry of every object, of classes and modules too.
        def common = ANCESTORS.bind_call(OBJECT_CLASS)

        def members(object, owner)
          if BELOW.bind_call(owner, Struct)
            STRUCT_MEMBERS.bind_call(object)
          elsif DATA_MEMBERS && BELOW.bind_call(owner, ::Data)
            DATA_MEMBERS.bind_call(object)
          end
        end

        # The class itself, or the first of its subclasses that has a name, is a constant of the application.
        def defined_by_application?(klass, owner)
          ancestors = ANCESTORS.bind_call(klass)
          subclasses = ancestors.take(ancestors.index(owner) + 1).grep(Class).reverse
          named = subclasses.find { |mod| NAME.bind_call(mod) }
          named.nil? || Application.named?(named)
        end
      end
    end
  end
end
