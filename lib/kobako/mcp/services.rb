# frozen_string_literal: true

module Kobako
  module MCP
    # What a sandbox has bound, in words for a model.
    #
    # @api private
    class Services
      # Names of methods that are told of one service.
      MAX_NAMES = 50
      # Bytes that are told of bound data.
      MAX_DATA = 200
      SIGNS = { req: "%s", opt: "%s = …", rest: "*%s", keyreq: "%s:", key: "%s: …", keyrest: "**%s",
                block: "&%s" }.freeze
      private_constant :MAX_NAMES, :MAX_DATA, :SIGNS

      # @param sandbox [Sandbox]
      def initialize(sandbox)
        @bindings = sandbox.link.bindings
        @snippets = sandbox.link.snippets
      end

      # @return [Boolean] whether a script reaches code of the host
      def any? = @bindings.to_h.each_value.any?(Transport::Service)

      # @return [Array<String>] a line for each path that has something
      def lines
        @bindings.to_h.filter_map do |path, entry|
          case entry
          when Transport::Service then "#{path}: #{methods(entry)}"
          when Catalog::Datum then "#{path}: data, #{data(entry.value)}"
          end
        end
      end

      # @return [Array<String>] constants that snippets of source are called by
      def constants = names_of(Snippet::Source)

      # @return [Array<String>] what `require` takes beside the standard library
      def features = names_of(Snippet::Library)

      private

      def names_of(kind) = @snippets.to_a.grep(kind).select { |snippet| snippet.instance_of?(kind) }.map(&:name)

      def data(value)
        text = ValueText.new(value, MAX_DATA)
        text.cut? ? "#{text.text}…" : text.text
      end

      def methods(service)
        object = service.object
        exposure = @bindings.exposure(service)
        names = names(exposure, object)
        return "no methods" if names.empty?

        told = names.first(MAX_NAMES).map { |name| signature(exposure.fetch(object, name, service.path), object) }
        told << "…" if names.size > MAX_NAMES
        told << "and the methods of Enumerable" if exposure.elements?(object)
        told.join(", ")
      end

      # What is called alone has one name more than it needs.
      def names(exposure, object)
        names = exposure.names(object)
        exposure.klass == Proc && names.include?("call") ? ["call"] : names
      end

      def signature(exposed, object)
        return exposed.name.name if exposed.is_a?(Exposure::DynamicMethod)

        parameters = exposed.parameters(object).map { |kind, name| format(SIGNS.fetch(kind, "%s"), name || "…") }
        parameters.empty? ? exposed.name.name : "#{exposed.name}(#{parameters.join(", ")})"
      end
    end
  end
end
