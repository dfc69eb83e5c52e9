# frozen_string_literal: true

require_relative "../namespace"

module Kobako
  module Catalog
    # The namespaces of one sandbox, until its first invocation seals them.
    class Namespaces
      NAME = /\A[A-Z]\w*\z/
      private_constant :NAME

      # @param name [Symbol, String] of a namespace, member or snippet
      # @param what [String] for the message
      # @return [String]
      # @raise [ArgumentError] when it is no constant's name
      def self.constant_name(name, what)
        text = name.is_a?(Symbol) || name.is_a?(String) ? name.to_s : ""
        return text.dup.freeze if text.encoding.ascii_compatible? && text.ascii_only? && text.match?(NAME)

        raise ArgumentError, "#{what} name is #{name.inspect}, expected a constant's name such as :Store " \
                             "(a capital, then letters, digits and _)"
      end

      def initialize
        @namespaces = {}
      end

      # @param name [Symbol, String]
      # @return [Namespace] the same one for the same name
      # @raise [ArgumentError] for another name, or when sealed
      def define(name)
        name = Namespaces.constant_name(name, "namespace")
        if frozen?
          raise ArgumentError, "the sandbox is sealed by its first invocation, so #{name} cannot be defined " \
                               "(define it before, or make another Sandbox)"
        end
        @namespaces[name] ||= Namespace.__send__(:new, name)
      end

      # @return [Boolean]
      def empty? = @namespaces.empty?

      # Ends definition and binding.
      def seal
        @namespaces.each_value(&:freeze)
        @namespaces.freeze
        freeze
      end

      # @return [Hash{String => Transport::Service}] by path, such as "Store::Db"
      def services = @namespaces.each_value.flat_map { |namespace| namespace.services.to_a }.to_h

      # @return [String] the names, encoded for the guest
      # @raise [ArgumentError] when they are over the limit of a message
      def encode
        Codec::Encoder.encode(@namespaces.map { |name, namespace| [name, namespace.members] })
      rescue Codec::UnsupportedType => e
        raise ArgumentError, "the services cannot be sent to the guest: #{e.message}"
      end
    end
  end
end
