# JSON as the json gem of CRuby 3.1 reads and writes it. json.c has the parser and the generator.
module JSON
  class ParserError
    attr_reader :line, :column
  end

  # How a text is laid out, and how deep it is.
  class State
    attr_accessor :indent, :space, :space_before, :object_nl, :array_nl, :max_nesting, :depth, :script_safe, :strict,
                  :as_json
    attr_writer :allow_nan, :ascii_only

    def self.from_state(options) = options.is_a?(self) ? options : new(options)

    def self.generate(object, options, io = nil)
      text = new(options).generate(object)
      io ? io.write(text) && io : text
    end

    def initialize(options = nil)
      @indent = ""
      @space = ""
      @space_before = ""
      @object_nl = ""
      @array_nl = ""
      @max_nesting = 100
      @depth = 0
      @allow_nan = @ascii_only = @script_safe = @strict = @as_json = false
      configure(options) if options
    end

    def configure(options)
      unless options.is_a?(Hash)
        convert = %i[to_hash to_h].find { |name| options.respond_to?(name) }
        raise TypeError, "can't convert #{options.class} into Hash" unless convert

        options = options.__send__(convert)
      end
      @indent = __string_of(options[:indent]) if options.key?(:indent)
      @space = __string_of(options[:space]) if options.key?(:space)
      @space_before = __string_of(options[:space_before]) if options.key?(:space_before)
      @object_nl = __string_of(options[:object_nl]) if options.key?(:object_nl)
      @array_nl = __string_of(options[:array_nl]) if options.key?(:array_nl)
      @max_nesting = options[:max_nesting] || 0 if options.key?(:max_nesting)
      @depth = options[:depth] || 0 if options.key?(:depth)
      @allow_nan = options[:allow_nan] ? true : false if options.key?(:allow_nan)
      @ascii_only = options[:ascii_only] ? true : false if options.key?(:ascii_only)
      @strict = options[:strict] ? true : false if options.key?(:strict)
      @as_json = options[:as_json]&.to_proc || false if options.key?(:as_json)
      safe = options[:script_safe] || options[:escape_slash]
      @script_safe = true if safe
      self
    end
    alias merge configure

    def allow_nan? = @allow_nan
    def ascii_only? = @ascii_only
    def script_safe? = @script_safe
    def strict? = @strict
    alias escape_slash script_safe
    alias escape_slash? script_safe?
    def check_circular? = @max_nesting != 0

    def to_h
      { indent: @indent, space: @space, space_before: @space_before, object_nl: @object_nl, array_nl: @array_nl,
        as_json: @as_json, allow_nan: @allow_nan, ascii_only: @ascii_only, max_nesting: @max_nesting,
        script_safe: @script_safe, strict: @strict, depth: @depth }
    end
    alias to_hash to_h

    def [](name) = respond_to?(name) ? __send__(name) : instance_variable_get("@#{name}")

    def []=(name, value)
      respond_to?(:"#{name}=") ? __send__(:"#{name}=", value) : instance_variable_set("@#{name}", value)
    end
  end

  # A text that is parsed when it is asked for.
  class Parser
    attr_reader :source

    def self.parse(source, options = nil) = new(source, **(options || {})).parse

    def initialize(source, **options)
      @source = JSON.__text(source)
      @options = options
    end

    def parse = JSON.parse(@source, @options)
  end

  VERSION = "2.18.0".freeze
  Infinity = Float::INFINITY
  NaN = Float::NAN
  MinusInfinity = -Float::INFINITY
  PRETTY = { indent: "  ", space: " ", object_nl: "\n", array_nl: "\n" }.freeze

  class << self
    def parse(source, options = nil)
      options ||= {}
      nesting = options.key?(:max_nesting) ? options[:max_nesting] || 0 : 100
      if options[:create_additions]
        raise ArgumentError, "create_additions makes objects of a text's choice; a sandbox does not"
      end

      source = __text(source)
      value = __parse(source, nesting, options[:symbolize_names] ? true : false, options[:allow_nan] ? true : false,
                      options[:freeze] ? true : false, options[:decimal_class])
      hashes, arrays = options.values_at(:object_class, :array_class)
      hashes || arrays ? __with_classes(value, hashes || Hash, arrays || Array) : value
    end

    # A source as UTF-8.
    def __text(source)
      source = __string_of(source)
      case source.encoding
      when Encoding::UTF_8, Encoding::US_ASCII, Encoding::BINARY then source
      else source.encode(Encoding::UTF_8)
      end
    end

    # The value that a class has for the digits of a number.
    def __decimal(type, digits)
      return type.try_convert(digits) if type.respond_to?(:try_convert)
      return type.new(digits) if type.respond_to?(:new)

      Kernel.__send__(type.name, digits)
    end

    # The same with other classes: one is made for each Hash and filled by []=, one for each Array and filled by <<.
    def __with_classes(value, hashes, arrays)
      case value
      when Hash
        value.each_with_object(hashes.new) { |(key, item), made| made[key] = __with_classes(item, hashes, arrays) }
      when Array
        value.each_with_object(arrays.new) { |item, made| made << __with_classes(item, hashes, arrays) }
      else value
      end
    end

    def parse!(source, options = {}) = parse(source, { max_nesting: false, allow_nan: true }.merge(options))

    def generate(object, options = nil)
      return __generate(object) if options.nil?
      return options.generate(object) if options.is_a?(State)

      State.new(options).generate(object)
    end
    alias unparse generate
    alias fast_generate generate

    def pretty_generate(object, options = nil)
      return options.generate(object) if options.is_a?(State)

      state = State.new(PRETTY)
      state.configure(options) if options
      state.generate(object)
    end
    alias pretty_unparse pretty_generate

    # Keywords alone are what is written.
    def dump(object = (alone = true), io = nil, limit = nil, **options)
      raise ArgumentError, "wrong number of arguments (given 0, expected 1..3)" if alone && options.empty?

      if alone
        object = options
        options = {}
      end
      if limit.nil? && io.is_a?(Integer)
        limit = io
        io = nil
      end
      options = dump_default_options.merge(options)
      options[:max_nesting] = limit if limit
      text = State.new(options).generate(object)
      return text unless io

      io.write(text)
      io
    rescue NestingError
      raise ArgumentError, "exceed depth limit"
    end

    def load(source, proc = nil, options = nil)
      source = source.read if !source.is_a?(String) && source.respond_to?(:read)
      options = load_default_options.merge(options || {})
      return nil if options.delete(:allow_blank) && (source.nil? || (source.is_a?(String) && source.empty?))

      result = parse(source, options)
      __each_value(result, proc) if proc
      result
    end
    alias restore load

    def [](object, options = nil)
      object.is_a?(String) ? parse(object, options) : generate(object, options)
    end

    def create_id = @create_id || "json_class"
    def state = State
    def parser = Parser
    def generator = State
    def dump_default_options = @dump_default_options ||= { max_nesting: false, allow_nan: true }
    def load_default_options = @load_default_options ||= { max_nesting: false, allow_nan: true, allow_blank: true }
    attr_writer :create_id, :dump_default_options, :load_default_options

    private

    def __each_value(value, proc)
      case value
      when Array then value.each { |item| __each_value(item, proc) }
      when Hash
        value.each do |key, item|
          __each_value(key, proc)
          __each_value(item, proc)
        end
      end
      proc.call(value)
    end
  end
end

# What `include JSON` brings.
module JSON
  %i[parse parse! generate unparse fast_generate pretty_generate pretty_unparse dump load restore].each do |name|
    define_method(name) { |*args, **options, &block| JSON.__send__(name, *args, **options, &block) }
    __send__(:private, name)
  end
end

class Object
  def to_json(state = nil, *) = to_s.__to_json(state)
end

module Kernel
  private

  def JSON(object, options = nil) = JSON[object, options]

  def j(*objects)
    objects.each { |object| puts JSON.generate(object) }
    nil
  end

  def jj(*objects)
    objects.each { |object| puts JSON.pretty_generate(object) }
    nil
  end
end
