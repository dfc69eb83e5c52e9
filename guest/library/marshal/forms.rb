# frozen_string_literal: true

module Marshal
  # What is written of kinds of objects that are rare.
  class Writer
    include Kinds

    private

    def regexp(regexp, limit)
      source = Regexp.instance_method(:source).bind_call(regexp)
      text = source.dup.force_encoding(Regexp.instance_method(:encoding).bind_call(regexp))
      with_variables(regexp, text, limit) do
        user_class(regexp, Regexp)
        put("/")
        bytes(source)
        put([Regexp.instance_method(:options).bind_call(regexp) & 255].pack("C"))
      end
    end

    def named_class(type, _limit)
      raise TypeError, "singleton class can't be dumped" if type.singleton_class?

      put("c")
      bytes(Kinds.path(type))
    end

    def named_module(type, _limit)
      put("m")
      bytes(Kinds.path(type))
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
        next if linked?(value)

        remember(value)
        pairs(value, false, limit)
      end
    end

    def time(time, limit)
      text, beside = time.__marshal
      put("Iu")
      symbol(name_of_class(CLASS.bind_call(time)))
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
