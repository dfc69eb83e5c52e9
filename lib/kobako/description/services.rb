# frozen_string_literal: true

require_relative "notes"
require_relative "signature"

module Kobako
  class Description
    # What a sandbox has bound, in words for a model.
    #
    # @api private
    class Services
      # Names of methods that are told of one service.
      MAX_NAMES = 50
      # Bytes that are told of bound data.
      MAX_DATA = 200
      ENUMERABLE = "and the methods of Enumerable"
      CALLABLE = [Proc, Method].freeze
      private_constant :MAX_NAMES, :MAX_DATA, :ENUMERABLE, :CALLABLE

      # A method of a service, as a model calls it.
      Described = Struct.new(:path, :signature) do
        # @return [String] such as `Shop::Orders.find(Integer id) -> Hash  # Finds one.`
        def line = "#{path}.#{signature.line}"
      end

      # @param sandbox [Sandbox]
      # @param notes [Notes] of types and comments
      # @param hidden [Array<String>] paths and snippets of which a model is not told
      def initialize(sandbox, notes: Notes.new, hidden: [])
        @bindings = sandbox.link.bindings
        @snippets = sandbox.link.snippets
        @notes = notes
        @hidden = hidden
      end

      # @return [Boolean] whether a script reaches code of the host
      def any? = entries.each_value.any?(Transport::Service)

      # @return [Array<String>] a line for each path that has something; more where there are notes of it
      def lines
        entries.flat_map do |path, entry|
          case entry
          when Transport::Service then service_lines(path, entry)
          when Catalog::Datum then "#{path}: data, #{data(entry.value)}"
          else []
          end
        end
      end

      # @return [Array<String>] a line for each method, and for each path of data
      def long_lines
        entries.flat_map do |path, entry|
          case entry
          when Transport::Service then long(path, entry)
          when Catalog::Datum then ["#{path} = #{data(entry.value)}#{Signature.remark(@notes.of_path(path))}"]
          else []
          end
        end
      end

      # @param path [String, nil] nil for all
      # @return [Array<Described>] methods
      def methods(path = nil)
        found = path ? entries.slice(path) : entries
        found.flat_map { |at, entry| entry.is_a?(Transport::Service) ? described(at, entry).first : [] }
      end

      # @param path [String]
      # @return [Array<String>] names of the methods that a script reaches there
      def names_at(path)
        service = entries[path]
        service.is_a?(Transport::Service) ? @bindings.exposure(service).names(service.object) : []
      end

      # @return [Array<String>] paths that have something
      def paths = entries.compact.keys

      # @return [Array<String>] constants that snippets of source are called by
      def constants = names_of(Snippet::Source)

      # @return [Array<String>] what `require` takes beside the standard library
      def features = names_of(Snippet::Library)

      private

      def entries = @bindings.to_h.except(*@hidden)

      def names_of(kind)
        @snippets.to_a.grep(kind).select { |snippet| snippet.instance_of?(kind) }.map(&:name).reject do |name|
          @hidden.include?(name.to_s)
        end
      end

      def data(value)
        text = ValueText.new(value, MAX_DATA)
        text.cut? ? "#{text.text}…" : text.text
      end

      def service_lines(path, service)
        methods, more = described(path, service)
        return long(path, service) if @notes.of_path(path) || methods.any? { |method| method.signature.noted? }

        told = [*methods.map { |method| method.signature.to_s }, *more]
        ["#{path}: #{told.empty? ? "no methods" : told.join(", ")}"]
      end

      def long(path, service)
        methods, more = described(path, service)
        remark = @notes.of_path(path)
        [*("# #{path}: #{remark}" if remark), *methods.map(&:line), *more.map { |text| "#{path}: #{text}" },
         *("#{path}: no methods" if methods.empty? && more.empty?)]
      end

      # The methods, and what is to be said beside them.
      def described(path, service)
        object = service.object
        exposure = @bindings.exposure(service)
        names = names(exposure, object)
        methods = names.first(MAX_NAMES).map do |name|
          Described.new(path, signature(exposure.fetch(object, name, path), object, path))
        end
        [methods, [*("…" if names.size > MAX_NAMES), *(ENUMERABLE if exposure.elements?(object))]]
      end

      # What is called alone has one name more than it needs.
      def names(exposure, object)
        names = exposure.names(object)
        exposure.klass == Proc && names.include?("call") ? ["call"] : names
      end

      def signature(exposed, object, path)
        name = exposed.name.name
        if exposed.is_a?(Exposure::DynamicMethod)
          return Signature.new(name, nil, @notes.of_method(path, name, Runtime.class_of(object)))
        end

        parameters = exposed.parameters(object)
        place = exposed.unbound.source_location || (object.source_location if CALLABLE.include?(exposed.unbound.owner))
        Signature.new(name, parameters, @notes.of_method(path, name, exposed.unbound.owner, parameters:, place:))
      end
    end
  end
end
