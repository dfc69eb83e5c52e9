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
      KEYWORD = /\A(\?)?(\w+[?!]?):\s+(.+)\z/m
      SIGN = /\A(?:\*\*|\*|\?)\s*/
      # What stands before a type, and a name for one without.
      KINDS = { "" => [:req, "value"], "?" => [:opt, "value"], "*" => [:rest, "values"],
                "**" => [:keyrest, "options"] }.freeze
      private_constant :OPENING, :NAMED, :KEYWORD, :SIGN, :KINDS

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
          text = bare(text.strip)
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

        # Without type variables, and with parentheses.
        def bare(text)
          last = closing(text, 0) if text.start_with?("[")
          text = text[(last + 1)..].lstrip if last
          text.start_with?("->") ? "() #{text}" : text
        end

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
          keyword = text.match(KEYWORD)
          return Parameter.new(keyword[1] ? :key : :keyreq, keyword[2], keyword[3]) if keyword

          sign = text[SIGN].to_s
          kind, default = KINDS.fetch(sign.strip)
          named(kind, text.delete_prefix(sign), name || default)
        end

        def named(kind, text, name)
          match = text.match(NAMED)
          match ? Parameter.new(kind, match[2], match[1]) : Parameter.new(kind, name, text)
        end
      end
    end
  end
end
