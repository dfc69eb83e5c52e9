# frozen_string_literal: true

# What CRuby's psych.so has: the parser of events and the emitter.
__define_psych
require "psych/syntax_error"

# What is native of it.
module Psych
  # The libyaml that the guest crate has.
  def self.libyaml_version = [0, 2, 5]

  # Events of a text, one after the other.
  class Parser
    ANY = 0
    UTF8 = 1
    UTF16LE = 2
    UTF16BE = 3

    # Bytes that an IO is asked for at a time.
    PIECE = 16_384
    private_constant :PIECE

    def mark = Mark.new(*__place)

    private

    def _native_parse(handler, yaml, path)
      __open(*__text_of(yaml))
      while (name, arguments, *place = __next)
        raise SyntaxError.new(path, *arguments) unless name

        handler.event_location(*place)
        handler.__send__(name, *arguments)
      end
      self
    ensure
      __close
    end

    # The bytes and the number of their encoding.
    def __text_of(yaml)
      return [__read(yaml), ANY] if yaml.respond_to?(:read)

      text = __string_of(yaml)
      case text.encoding
      when Encoding::UTF_16LE then [text, UTF16LE]
      when Encoding::UTF_16BE then [text, UTF16BE]
      when Encoding::UTF_8, Encoding::US_ASCII, Encoding::BINARY then [text, UTF8]
      else [text.encode(Encoding::UTF_8), UTF8]
      end
    end

    def __read(io)
      text = "".b
      while (piece = io.read(PIECE))
        piece = __string_of(piece)
        break if piece.empty?

        text << piece.b
      end
      text
    end
  end

  # Classes by their names.
  class ClassLoader
    private

    # Raises an ArgumentError for what is not there or is no class.
    def path2class(path)
      path.split("::").inject(Object) do |scope, name|
        unless name.match?(/\A[A-Z]\w*\z/) && scope.const_defined?(name, scope.equal?(Object))
          raise ArgumentError, "undefined class/module #{path}"
        end

        found = scope.const_get(name)
        raise TypeError, "#{path} does not refer to class/module" unless found.is_a?(Module)

        found
      end
    end
  end

  module Visitors
    Visitor = Class.new
    YAMLTree = Class.new(Visitor)

    # Makes exceptions.
    class ToRuby < Visitor
      private

      def build_exception(klass, message)
        exception = klass.allocate
        ::Exception.instance_method(:initialize).bind_call(exception, message)
        exception
      end
    end
  end
end
