# frozen_string_literal: true

require_relative "../namespace"
require_relative "../transport/service"
require_relative "datum"
require_relative "exposures"
require_relative "name"

module Kobako
  module Catalog
    # What a guest finds bound, by path: services, values, and places that each run fills; until it is sealed.
    class Bindings
      NONE = BasicObject.new
      private_constant :NONE

      # @return [Object] says that a path is declared and not filled
      def self.none = NONE

      # @param path [String]
      # @param object [BasicObject]
      # @param only [Array<Symbol>, nil]
      # @return [Transport::Service, Datum]
      # @param terms [Hash] max_calls and replay of a service
      # @raise [ArgumentError] as {Transport::Service} and {Datum}
      def self.entry(path, object, only, **terms)
        return Transport::Service.new(path, object, only:, **terms) unless only.nil? && Datum.fits?(object)
        return Datum.new(path, object) if terms.compact.empty?

        raise ArgumentError, "#{path} is data, which nobody calls (leave out #{terms.compact.keys.first}:)"
      end

      # @param exposed [Exposures] what the sandbox exposes by class
      def initialize(exposed = Exposures::PROCESS)
        @exposed = exposed
        @entries = {}
        @namespaces = {}
      end

      # @param name [Symbol, String]
      # @return [Namespace] the same one for the same name
      # @raise [ArgumentError] for another name, or when sealed
      def define(name)
        name = Name.constant(name, "namespace")
        if frozen?
          raise ArgumentError, "the sandbox is sealed by its first invocation, so #{name} cannot be defined " \
                               "(define it before, or make another Sandbox)"
        end
        reject_inside(name) if @entries.key?(name)
        @namespaces[name] ||= Namespace.__send__(:new, name, self)
      end

      # @param path [Symbol, String] such as "Shop::V1::Orders"
      # @param object [BasicObject] {Bindings.none} to declare the path
      # @param only [Array<Symbol>, nil]
      # @param terms [Hash] as of {.entry}
      # @raise [ArgumentError] for another path, a taken one, an `only:` that cannot be, or when sealed
      def bind(path, object, only: nil, **terms)
        path = Name.path(path)
        check(path)
        @entries[path] = NONE.equal?(object) ? nil : Bindings.entry(path, object, only, **terms)
        @limited = true if terms[:max_calls]
      end

      # @return [Boolean] whether how often a run calls something is limited
      def limited? = @limited || false

      # @return [Boolean]
      def empty? = @entries.empty?

      # Ends definition and binding.
      def seal
        @namespaces.freeze
        @entries.freeze
        freeze
      end

      # @return [Hash{String => Transport::Service, Datum, nil}] by path; nil where a run is to fill it
      def to_h = @entries

      # @param path [String]
      # @return [Boolean] whether it is bound or declared
      def include?(path) = @entries.key?(path)

      # @param path [String]
      # @param entry [Transport::Service, Datum] that a run has there
      # @return [Boolean] whether the guest has what leads to it already: a service where a service is to be
      def served?(path, entry) = entry.is_a?(Transport::Service) && !@entries[path].is_a?(Datum)

      # @param service [Transport::Service] of these, or of one run
      # @return [Exposure] of its object in a run that begins now
      def exposure(service) = service.exposure(Object.new, @exposed.rules)

      # @param namespace [String]
      # @return [Array<String>] the names that are bound in it
      def members(namespace)
        @entries.keys.filter_map { |path| path[/\A#{namespace}::(\w+)\z/, 1] }
      end

      # @param entries [Hash{String => Transport::Service, Datum, nil}] by path
      # @return [String] encoded for the guest
      # @raise [ArgumentError] when they are over the limit of a message
      def encode(entries = @entries)
        spaces = entries.group_by { |path, _| path.rpartition("::").first }
        @namespaces.each_key { |name| spaces[name] ||= [] } if entries.equal?(@entries)
        Codec::Encoder.encode(spaces.map { |space, members| [space, members.map { |member| encoded(*member) }] })
      rescue Codec::UnsupportedType => e
        raise ArgumentError, "the services cannot be sent to the guest: #{e.message}"
      end

      private

      def encoded(path, entry)
        name = path.rpartition("::").last
        entry.is_a?(Datum) ? [name, entry.value] : name
      end

      def check(path)
        if frozen?
          raise ArgumentError, "the sandbox is sealed by its first invocation, so #{path} cannot be bound (bind " \
                               "it before, declare it and bind it in a run's block, or make another Sandbox)"
        end
        raise ArgumentError, "#{path} is bound already (bind the object under another name)" if include?(path)

        parents(path).each { |parent| reject_inside(parent) if include?(parent) }
        inside = @entries.each_key.find { |other| other.start_with?("#{path}::") }
        inside ||= @namespaces[path]&.name
        return unless inside

        raise ArgumentError, "#{path} cannot be bound, it is the namespace of #{inside} (bind the object under " \
                             "another name)"
      end

      def parents(path)
        names = path.split("::")
        (1...names.size).map { |size| names.first(size).join("::") }
      end

      def reject_inside(parent)
        raise ArgumentError, "#{parent} is bound, so nothing can be bound in it (bind the object under another name)"
      end
    end
  end
end
