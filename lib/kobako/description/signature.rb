# frozen_string_literal: true

require_relative "method_type"
require_relative "type"

module Kobako
  class Description
    # How a method is called: its parameters with what is known of their types.
    #
    # @api private
    class Signature
      # With a type, and without.
      SIGNS = { req: ["%<type>s %<name>s", "%<name>s"], opt: ["%<type>s %<name>s = …", "%<name>s = …"],
                rest: ["*%<type>s %<name>s", "*%<name>s"], keyreq: ["%<name>s: %<type>s", "%<name>s:"],
                key: ["%<name>s: %<type>s = …", "%<name>s: …"], keyrest: ["**%<type>s %<name>s", "**%<name>s"],
                block: ["&%<name>s", "&%<name>s"] }.freeze
      LISTED = %i[req opt rest keyreq key].freeze
      REQUIRED = %i[req keyreq].freeze
      private_constant :SIGNS, :LISTED, :REQUIRED

      # @param comment [String, nil]
      # @return [String] as it stands behind code
      def self.remark(comment) = comment ? "  # #{comment}" : ""

      # @param name [String]
      # @param parameters [Array<Array<Symbol>>, nil] as of Method#parameters; nil where they are not known
      # @param note [Notes::Note]
      def initialize(name, parameters, note)
        @name = name
        @note = note
        @ways = note.types || [plain(parameters)]
        @known = !(parameters.nil? && note.types.nil?)
      end

      # @return [String]
      attr_reader :name

      # @return [Boolean] whether anything is known beside names
      def noted? = !@note.empty?

      # @return [String] without the comment
      def to_s = @ways.map { |way| written(way) }.join(" | ")

      # @return [String]
      def line = "#{self}#{Signature.remark(@note.comment)}"

      # @return [Hash{Symbol => Object}] a JSON Schema of the arguments by name, of the first way to call it
      def schema
        way = @ways.first
        listed = way.parameters.select { |parameter| LISTED.include?(parameter.kind) }
        required = listed.select { |parameter| REQUIRED.include?(parameter.kind) }.map(&:name)
        { type: "object", properties: listed.to_h { |parameter| [parameter.name.to_sym, property(parameter)] },
          required:, additionalProperties: open?(way) }
      end

      # @return [Hash{Symbol => Object}, nil] a JSON Schema of what it gives; nil where it is not known
      def returns
        type = @ways.first.returns
        Type.new(type).schema if type
      end

      # @return [String, nil]
      def comment = @note.comment

      private

      def property(parameter)
        schema = Type.new(parameter.type).schema
        parameter.kind == :rest ? { type: "array", items: schema } : schema
      end

      def open?(way) = !@known || way.parameters.any? { |parameter| parameter.kind == :keyrest }

      def plain(parameters)
        told = (parameters || []).map do |kind, name|
          name = nil if %i[* ** & ...].include?(name)
          MethodType::Parameter.new(kind, name&.name || "…", name && @note.parameters[name.name])
        end
        MethodType.new(told, @note.returns)
      end

      def written(way)
        told = way.parameters.map do |parameter|
          typed, bare = SIGNS.fetch(parameter.kind, SIGNS[:req])
          type = parameter.type unless parameter.type == "untyped"
          format(type ? typed : bare, name: parameter.name, type:)
        end
        "#{@name}#{"(#{told.join(", ")})" if told.any?}#{" -> #{way.returns}" if way.returns}"
      end
    end
  end
end
