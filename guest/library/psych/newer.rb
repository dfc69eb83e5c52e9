# frozen_string_literal: true

# What Psych has besides in Ruby 4.0: Data, parse_symbols, stringify_names, safe_load_stream, and Y and N in quotes.
module Psych
  # Knows Data.
  class ClassLoader
    def data = load("Data")
  end

  # Tells Symbols or not.
  class ScalarScanner
    # Whether `:a` is a Symbol.
    module ParseSymbols
      def initialize(class_loader, strict_integer: false, parse_symbols: true)
        super(class_loader, strict_integer:)
        @parse_symbols = parse_symbols
      end

      def tokenize(string)
        return string if !@parse_symbols && string.start_with?(":") && string.size > 1

        super
      end
    end
    prepend ParseSymbols
  end

  module Visitors
    # Values to nodes.
    class YAMLTree
      # What is emitted otherwise than before.
      module Newer
        def initialize(emitter, scanner, options)
          super
          @stringify_names = options[:stringify_names]
        end

        def visit_Data(object)
          tag = ["!ruby/data", object.class.name].compact.join(":")
          register(object, @emitter.start_mapping(nil, tag, false, Nodes::Mapping::BLOCK))
          object.to_h.each do |member, value|
            @emitter.scalar(member.name, nil, nil, true, false, Nodes::Scalar::ANY)
            accept(value)
          end
          @emitter.end_mapping
        end

        def visit_String(text)
          return super unless text.instance_of?(::String) && %w[Y N].include?(text)

          @emitter.scalar(text, nil, nil, true, true, Nodes::Scalar::DOUBLE_QUOTED)
        end

        def visit_Hash(hash)
          return super unless @stringify_names && hash.instance_of?(::Hash)

          register(hash, @emitter.start_mapping(nil, nil, true, Nodes::Mapping::BLOCK))
          hash.each do |key, value|
            accept(key.is_a?(Symbol) ? key.name : key)
            accept(value)
          end
          @emitter.end_mapping
        end
      end
      prepend Newer
    end

    # Nodes to values.
    class ToRuby
      # Mappings that are Data.
      module Newer
        TAG = "!ruby/data"

        def visit_Psych_Nodes_Mapping(node)
          return super unless node.tag&.start_with?(TAG) && !@load_tags[node.tag]

          type = resolve_class(node.tag.delete_prefix(TAG).delete_prefix(":"))
          members = node.children.each_slice(2).to_h do |key, value|
            [class_loader.symbolize(accept(key)), accept(value)]
          end
          type ||= class_loader.data.define(*members.keys)
          register(node, type.new(**members))
        end
      end
      prepend Newer
    end
  end

  # Takes and knows the options that are new.
  module NewerOptions
    def safe_load(yaml, permitted_classes: [], permitted_symbols: [], aliases: false, filename: nil, fallback: nil,
                  symbolize_names: false, freeze: false, strict_integer: false, parse_symbols: true)
      tree = parse(yaml, filename:)
      return fallback unless tree

      loader = ClassLoader::Restricted.new(permitted_classes.map(&:to_s), permitted_symbols.map(&:to_s))
      scanner = ScalarScanner.new(loader, strict_integer:, parse_symbols:)
      visitor = aliases ? Visitors::ToRuby : Visitors::NoAliasRuby
      visitor.new(scanner, loader, symbolize_names:, freeze:).accept(tree)
    end

    def load(yaml, permitted_classes: [Symbol], permitted_symbols: [], aliases: false, filename: nil, fallback: nil,
             symbolize_names: false, freeze: false, strict_integer: false, parse_symbols: true)
      safe_load(yaml, permitted_classes:, permitted_symbols:, aliases:,
                      filename:, fallback:, symbolize_names:, freeze:,
                      strict_integer:, parse_symbols:)
    end

    def safe_load_stream(yaml, filename: nil, permitted_classes: [], aliases: false, &block)
      documents = parse_stream(yaml, filename:).children.map do |child|
        stream = Nodes::Stream.new
        stream.children << child
        safe_load(stream.to_yaml, permitted_classes:, aliases:)
      end
      return documents unless block

      documents.each(&block)
      nil
    end
  end

  private_constant :NewerOptions
  singleton_class.prepend(NewerOptions)
end
