# frozen_string_literal: true

module Marshal
  # What is written of each kind of object.
  class Writer
    DEFAULT_PROC = Hash.instance_method(:default_proc)
    DEFAULT = Hash.instance_method(:default)
    BY_IDENTITY = Hash.instance_method(:compare_by_identity?)
    SIZE = Hash.instance_method(:size)
    EACH_PAIR = Hash.instance_method(:each_pair)
    private_constant :DEFAULT_PROC, :DEFAULT, :BY_IDENTITY, :SIZE, :EACH_PAIR

    private

    def plain(object, limit)
      classed("o", object)
      variables(object, VARIABLES.bind_call(object), nil, limit)
    end

    def string(text, limit)
      with_variables(text, encoding_of(text), limit) do
        user_class(text, String)
        @out << '"'
        bytes(text)
      end
    end

    def regexp(regexp, limit)
      source = Regexp.instance_method(:source).bind_call(regexp)
      code = encoding_of(source.dup.force_encoding(Regexp.instance_method(:encoding).bind_call(regexp)))
      with_variables(regexp, code, limit) do
        user_class(regexp, Regexp)
        @out << "/"
        bytes(source)
        @out.append_as_bytes(Regexp.instance_method(:options).bind_call(regexp) & 255)
      end
    end

    def array(array, limit)
      with_variables(array, nil, limit) do
        user_class(array, Array)
        items = CLASS.bind_call(array).equal?(Array) ? array : [].replace(array)
        @out << "["
        size = items.size
        long(size)
        index = 0
        while index < size
          write(items[index], limit)
          raise "array modified during dump" unless items.size == size

          index += 1
        end
      end
    end

    def hash(hash, limit)
      with_variables(hash, nil, limit) do
        user_class(hash, Hash)
        raise TypeError, "can't dump hash with default proc" if DEFAULT_PROC.bind_call(hash)

        pairs(hash, DEFAULT.bind_call(hash), limit)
      end
    end

    def pairs(hash, default, limit)
      if BY_IDENTITY.bind_call(hash)
        @out << "C"
        symbol(:Hash)
      end
      @out << (default.nil? ? "{" : "}")
      long(SIZE.bind_call(hash))
      EACH_PAIR.bind_call(hash) do |key, value|
        write(key, limit)
        write(value, limit)
      end
      write(default, limit) unless default.nil?
    end

    def structure(object, limit)
      with_variables(object, nil, limit) do
        classed("S", object)
        owner = Struct === object ? Struct : Data
        values = owner.instance_method(:__to_h).bind_call(object)
        long(values.size)
        values.each do |name, value|
          symbol(name)
          write(value, limit)
        end
      end
    end

    def named_class(type, _limit)
      raise TypeError, "singleton class can't be dumped" if type.singleton_class?

      @out << "c"
      bytes(Kinds.path(type))
    end

    def named_module(type, _limit)
      @out << "m"
      bytes(Kinds.path(type))
    end

    def range(range, limit)
      with_variables(range, nil, limit) do
        classed("o", range)
        parts = { excl: Range.instance_method(:exclude_end?).bind_call(range),
                  begin: Range.instance_method(:begin).bind_call(range),
                  end: Range.instance_method(:end).bind_call(range) }
        parts(parts, limit)
      end
    end

    def parts(parts, limit)
      long(parts.size)
      parts.each do |name, value|
        symbol(name)
        write(value, limit)
      end
    end

    # Its Hash, where what is not there is false, before the variables of a subclass.
    def set(set, limit)
      classed("o", set)
      names = VARIABLES.bind_call(set)
      long(names.size)
      names.each do |name|
        symbol(name)
        value = VARIABLE.bind_call(set, name)
        next write(value, limit) unless name == :@hash && Hash === value
        next if linked?(@objects[value])

        remember(value)
        pairs(value, false, limit)
      end
    end

    def time(time, limit)
      text, beside = time.__marshal
      @out << "Iu"
      symbol(Kinds.path(CLASS.bind_call(time)).to_sym)
      bytes(text)
      parts(beside, limit)
      remember(time)
    end

    def exception(error, limit)
      classed("o", error)
      parts = { mesg: error.__mesg, bt: Exception.instance_method(:backtrace).bind_call(error) }
      cause = Exception.instance_method(:cause).bind_call(error)
      parts[:cause] = cause unless cause.nil?
      parts[:status] = error.status if SystemExit === error
      parts[:errno] = error.errno if SystemCallError === error && error.errno
      hidden = Exceptions.hidden(error)
      names = VARIABLES.bind_call(error)
      (hidden.keys & names).each { |name| parts[hidden[name]] = VARIABLE.bind_call(error, name) }
      (names - hidden.keys).each { |name| parts[name] = VARIABLE.bind_call(error, name) }
      parts(parts, limit)
    end
  end

  # Variables of exceptions that have no @ in CRuby.
  module Exceptions
    HIDDEN = {
      NoMethodError => { :@name => :name, :@args => :args, :@private_call => :private_call? },
      NameError => { :@name => :name }, KeyError => { :@receiver => :receiver, :@key => :key },
      FrozenError => { :@receiver => :recv }, StopIteration => { :@result => :result },
      NoMatchingPatternKeyError => { :@matchee => :matchee, :@key => :key },
      UncaughtThrowError => { :@tag => :tag, :@value => :value }
    }.freeze
    NONE = {}.freeze
    private_constant :HIDDEN, :NONE

    def self.hidden(error) = HIDDEN.find { |type, _| type === error }&.last || NONE
  end
  private_constant :Exceptions
end
