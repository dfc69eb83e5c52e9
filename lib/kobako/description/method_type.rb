# frozen_string_literal: true

module Kobako
  class Description
    # A way to call a method, as RBS writes it: `(Integer id, ?deep: bool) { (Order) -> void } -> Hash[Symbol, String]`.
    #
    # @api private
    class MethodType
      # A kind as of Method#parameters, a name, and a type in RBS or nil.
      Parameter = Struct.new(:kind, :name, :type)
      OPENING = { "(" => ")", "[" => "]", "{" => "}" }.freeze
      NAMED = /\A(.*[\w\])}?"'])\s+`?(\w+)`?\z/m
      private_constant :OPENING, :NAMED

      # @return [Array<Parameter>]
      attr_reader :parameters
      # @return [String, nil] a type in RBS
      attr_reader :returns

      # @param parameters [Array<Parameter>]
      # @param returns [String, nil]
      def initialize(parameters, returns)
        @parameters = parameters
        @returns = returns
      end

      class << self
        # @param text [String]
        # @param names [Array<String>] of the method's parameters, for those that have none in the type
        # @return [MethodType, nil] nil for what is no type of a method
        def parse(text, names = [])
          text = text.strip
          text = text[(closing(text, 0) + 1)..].lstrip if text.start_with?("[") && closing(text, 0)
          text = "() #{text}" if text.start_with?("->")
          last = closing(text, 0) if text.start_with?("(")
          block, returns = tail(text[(last + 1)..]) if last
          return unless returns

          parameters = split(text[1...last]).each_with_index.map { |part, index| parameter(part, names[index]) }
          parameters << Parameter.new(:block, "block", nil) if block
          new(parameters, returns == "void" ? nil : returns)
        end

        # @param text [String]
        # @return [Array<String>] what stands between its outermost commas
        def split(text)
          depth = 0
          parts = [+""]
          text.each_char do |char|
            depth += 1 if OPENING.key?(char)
            depth -= 1 if OPENING.value?(char)
            depth.zero? && char == "," ? parts << +"" : parts.last << char
          end
          parts.map(&:strip).reject(&:empty?)
        end

        private

        # Where the bracket ends that begins there.
        def closing(text, start)
          depth = 0
          (start...text.size).find do |place|
            depth += 1 if OPENING.key?(text[place])
            depth -= 1 if OPENING.value?(text[place])
            depth.zero?
          end
        end

        # Whether there is a block, and what is given; nil for what is no end of a type.
        def tail(text)
          text = text.strip
          block = text[/\A\??(?=\{)/]
          text = text[((closing(text, block.size) || -1) + 1)..].lstrip if block
          [!block.nil?, text[/\A->\s*(.+)\z/m, 1]&.strip]
        end

        def parameter(text, name)
          case text
          when /\A\?(\w+[?!]?):\s*(.+)\z/m then Parameter.new(:key, $1, $2)
          when /\A(\w+[?!]?):\s+(.+)\z/m then Parameter.new(:keyreq, $1, $2)
          when /\A\*\*\s*(.+)\z/m then named(:keyrest, $1, name || "options")
          when /\A\*\s*(.+)\z/m then named(:rest, $1, name || "values")
          when /\A\?\s*(.+)\z/m then named(:opt, $1, name || "value")
          else named(:req, text, name || "value")
          end
        end

        def named(kind, text, name)
          match = text.match(NAMED)
          match ? Parameter.new(kind, match[2], match[1]) : Parameter.new(kind, name, text)
        end
      end
    end
  end
end
