# frozen_string_literal: true

require "strscan"

module Kobako
  class Description
    # A type in RBS, as JSON Schema where that has its like.
    #
    # @api private
    class Type
      NAMES = { "Integer" => "integer", "Float" => "number", "Numeric" => "number", "Rational" => "number",
                "BigDecimal" => "number", "String" => "string", "Symbol" => "string", "string" => "string",
                "bool" => "boolean", "boolish" => "boolean", "TrueClass" => "boolean", "FalseClass" => "boolean",
                "nil" => "null", "NilClass" => "null", "void" => "null" }.freeze
      LISTS = %w[Array Set Enumerable Enumerator].freeze
      ANYTHING = %w[untyped top Object BasicObject].freeze
      private_constant :NAMES, :LISTS, :ANYTHING

      class << self
        # @param types [String] as YARD writes them: `Array<String>, nil`
        # @return [String, nil] the same in RBS
        def of_yard(types)
          text = types.gsub(/Array\(([^()]*)\)/, "[\\1]").gsub(/\s*=>\s*/, ", ")
          text = text.gsub(/(?<=\w)\{((?:[^{}]|\{[^{}]*\})*)\}/, "[\\1]").tr("<>", "[]")
          text = text.gsub(/\bBoolean\b/, "bool").gsub(/#\w+[?!]?(?:\([^)]*\))?/, "untyped")
          names = MethodType.split(text.gsub(/\bObject\b/, "untyped"))
          names.join(" | ") unless names.empty?
        end
      end

      # @param text [String, nil]
      def initialize(text)
        @text = text
      end

      # @return [Hash{Symbol => Object}] empty for what may be anything
      def schema
        return {} if @text.nil?

        @scanner = StringScanner.new(@text)
        found = catch(:unknown) { union }
        found && @scanner.eos? ? found : { description: @text }
      end

      private

      def union
        parts = [postfixed]
        parts << postfixed while skip(/\|/)
        return parts.first if parts.size == 1

        constants = parts.map { |part| part[:const] }
        return { enum: constants } if parts.all? { |part| part.key?(:const) }

        { anyOf: parts }
      end

      def postfixed
        type = single
        type = { anyOf: [type, { type: "null" }] } if skip(/\?/)
        single while skip(/&/)
        type
      end

      def single
        return grouped if skip(/\(/)
        return tuple if skip(/\[/)
        return record if skip(/\{/)

        literal || named
      end

      def grouped
        type = union
        need(/\)/)
        type
      end

      def tuple
        items = list(/\]/) { union }
        { type: "array", prefixItems: items, minItems: items.size, maxItems: items.size }
      end

      def record
        required = []
        properties = list(/\}/) do
          optional = skip(/\?/)
          name = need(/\w+[?!]?/)
          need(/:/)
          required << name unless optional
          [name.to_sym, union]
        end
        { type: "object", properties: properties.to_h, required: }
      end

      def literal
        if (text = skip(/:?"[^"]*"|:\w+[?!]?|'[^']*'/)) then { const: text[/[^:"'].*[^"']|[^:"']/m].to_s }
        elsif (number = skip(/-?\d+(?![\w.])/)) then { const: number.to_i }
        elsif (word = skip(/(?:true|false)\b/)) then { const: word == "true" }
        end
      end

      def named
        name = need(/(?:::)?[A-Za-z_]\w*(?:::\w+)*/).delete_prefix("::")
        arguments = skip(/\[/) ? list(/\]/) { union } : []
        return { type: NAMES[name] } if NAMES.key?(name)
        return { type: "array", items: arguments.first || {} } if LISTS.include?(name)
        return { type: "object", additionalProperties: arguments[1] || {} } if name == "Hash"

        ANYTHING.include?(name) ? {} : { description: name }
      end

      def list(ending)
        items = []
        until skip(ending)
          need(/,/) if items.any?
          items << yield
        end
        items
      end

      def skip(pattern)
        found = @scanner.scan(/\s*(?:#{pattern})/)
        @scanner.skip(/\s*/) if found
        found&.strip
      end

      def need(pattern) = skip(pattern) || throw(:unknown)
    end
  end
end
