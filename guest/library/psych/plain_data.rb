# frozen_string_literal: true

# Documents without tags, aliases and merged mappings, and values without references, pass by the trees of nodes.
module Psych
  # Values of texts.
  class Parser
    # The value of the first document in an Array; nil if it takes nodes to load, or if it is wrong.
    def load_plain(yaml, scanner, symbolize_names, freeze)
      __open(*__text_of(yaml))
      __plain(scanner, symbolize_names, freeze)
    rescue Psych::Exception
      nil
    ensure
      __close
    end
  end

  # Texts of values.
  class Emitter
    # Whether it took no tree to emit a document with just this.
    def dump_plain(object, version, visitor, longest_line)
      start_stream(Nodes::Stream::UTF8)
      start_document(version, [], false)
      return false unless __plain(object, visitor, longest_line)

      end_document(true)
      end_stream
      true
    end
  end

  # Stands for an emitter of scalars: what it is to emit is what a visitor gives then.
  class ScalarArguments
    def scalar(*arguments) = arguments
  end

  # The direct ways, where the options and the data allow them.
  module PlainData
    LAYOUT = %i[indentation line_width header].freeze
    UNLIMITED = 2**32
    private_constant :LAYOUT, :UNLIMITED

    def safe_load(yaml, permitted_classes: [], permitted_symbols: [], symbolize_names: false, freeze: false,
                  strict_integer: false, parse_symbols: true, **)
      return super unless yaml.is_a?(String)

      loader = ClassLoader::Restricted.new(permitted_classes.map(&:to_s), permitted_symbols.map(&:to_s))
      scanner = ScalarScanner.new(loader, strict_integer:, parse_symbols:)
      loaded = Parser.new.load_plain(yaml, scanner, symbolize_names, freeze)
      loaded ? loaded.first : super
    end

    def unsafe_load(yaml, symbolize_names: false, freeze: false, strict_integer: false, **)
      return super unless yaml.is_a?(String)

      scanner = ScalarScanner.new(ClassLoader.new, strict_integer:)
      loaded = Parser.new.load_plain(yaml, scanner, symbolize_names, freeze)
      loaded ? loaded.first : super
    end

    def dump(object, io = nil, options = {})
      layout = io.is_a?(Hash) ? io : options
      return super unless layout.empty? || (layout.keys - LAYOUT).empty?

      text = StringIO.new(+"")
      visitor = Visitors::YAMLTree.create(layout, ScalarArguments.new)
      emitter = Visitors::Emitter.new(text, layout).handler
      width = layout[:line_width]
      longest = width && width >= 0 ? width : UNLIMITED
      return super unless emitter.dump_plain(object, layout[:header] ? [1, 1] : [], visitor, longest)
      return text.string if io.nil? || io.is_a?(Hash)

      io.write(text.string)
      io
    end
  end

  module Visitors
    class Emitter
      attr_reader :handler
    end
  end

  private_constant :PlainData, :ScalarArguments
  singleton_class.prepend(PlainData)
end
