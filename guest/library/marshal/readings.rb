# frozen_string_literal: true

module Marshal
  # What is read of objects that classes, modules and variables belong to.
  class Reader
    private

    def user_class(partial, following, modules)
      type = Kinds.class_at(symbol.name)
      mark = @source.byte
      # A Hash by identity is written as one of the class Hash.
      if mark == 0x43
        inner = Kinds.class_at(symbol.name)
        raise ArgumentError, "dump format error (user class)" unless inner.equal?(Hash)

        @identical = true
        mark = @source.byte
      end
      raise ArgumentError, "dump format error (user class)" unless [0x22, 0x5b, 0x7b, 0x7d, 0x2f].include?(mark)

      form(mark, partial, following, modules, type)
    end

    def extended(partial, modules)
      name = symbol.name
      module_ = Kinds.module_at(name)
      raise ArgumentError, "prepended class #{name} is not supported" if Class === module_

      modules.push(module_)
      object = object(true, nil, modules)
      extend_by(object, modules)
      leave(object, partial)
    end

    def extend_by(object, modules)
      while (module_ = modules.pop)
        Kernel.instance_method(:extend).bind_call(object, module_)
      end
    end

    def with_variables(partial, modules)
      following = [true]
      object = object(true, following, modules)
      variables(object) unless following.empty?
      leave(object, partial)
    end

    def variables(object)
      count.times do
        name = symbol
        value = self.object
        variable(object, name, value)
      end
    end

    def variable(object, name, value)
      encoding = encoding_of(name, value)
      if encoding
        raise ArgumentError, "#{object} is not enc_capable" unless String === object

        String.instance_method(:force_encoding).bind_call(object, encoding)
      elsif name == :K && value == true
        raise ArgumentError, "ruby2_keywords flag is given but #{object} is not a Hash" unless Hash === object
      elsif name.start_with?("@")
        SET_VARIABLE.bind_call(object, name, value)
      end
    end

    def regexp(partial, following, type)
      source = bytes
      options = @source.byte
      index = reserve
      names = {}
      if following
        count.times do
          name = symbol
          value = object
          encoding = encoding_of(name, value)
          encoding ? source.force_encoding(encoding) : names[name] = value
        end
        following.clear
      end
      regexp = enter(new_regexp(type || Regexp, source, options), index)
      names.each { |name, value| SET_VARIABLE.bind_call(regexp, name, value) }
      leave(regexp, partial)
    end

    def new_regexp(type, source, options)
      raise ArgumentError, "dump format error (user class)" unless type <= Regexp

      source.force_encoding(Encoding::UTF_8) if source.encoding == Encoding::US_ASCII
      regexp = ALLOCATE.bind_call(type)
      Regexp.instance_method(:initialize).bind_call(regexp, source, options)
      regexp
    end

    def structure(partial)
      index = reserve
      type = Kinds.class_at(symbol.name)
      size = count
      raise TypeError, "class #{NAME.bind_call(type)} not a struct" unless type < Struct || type < Data

      object = ALLOCATE.bind_call(type)
      names = type.members
      raise TypeError, "struct #{NAME.bind_call(type)} not compatible (struct size differs)" if names.size != size

      enter(object, index)
      values = names.to_h { |name| [name, member(type, name)] }
      type < Struct ? fill(object, values.values) : Data.instance_method(:initialize).bind_call(object, **values)
      leave(object, partial)
    end

    def member(type, name)
      given = symbol
      raise TypeError, "struct #{NAME.bind_call(type)} not compatible (:#{given} for :#{name})" unless given == name

      object
    end

    def fill(struct, values)
      set = Struct.instance_method(:[]=)
      values.each_with_index { |value, index| set.bind_call(struct, index, value) }
    end

    def by_load(partial, following)
      name = symbol.name
      type = Kinds.class_at(name)
      raise TypeError, "class #{name} needs to have method '_load'" unless type.respond_to?(:_load, true)

      text = bytes
      return time(type, text, partial, following) if type <= Time && type.method(:_load).owner == Time.singleton_class

      if following
        variables(text)
        following.clear
      end
      leave_once(enter(type.__send__(:_load, text)), partial)
    end

    def time(type, text, partial, following)
      beside = following ? parts : {}
      following&.clear
      leave_once(enter(type.__unmarshal(text, beside)), partial)
    end

    def by_marshal_load(modules)
      name = symbol.name
      type = Kinds.class_at(name)
      return number(type) if [Rational, Complex].include?(type)

      object = ALLOCATE.bind_call(type)
      extend_by(object, modules.dup) if modules
      unless Kinds.responds?(object, :marshal_load)
        raise TypeError, "instance of #{name} needs to have method 'marshal_load'"
      end

      enter(object)
      data = self.object
      object.__send__(:marshal_load, data)
      copy_variables(data, object)
      modules&.clear
      leave_once(object, false)
    end

    def copy_variables(data, object)
      type = CLASS.bind_call(data)
      return unless type.equal?(String) || type.equal?(Array) || type.equal?(Hash) || plain?(type)

      VARIABLES.bind_call(data).each do |name|
        next if DEFINED.bind_call(object, name)

        SET_VARIABLE.bind_call(object, name, VARIABLE.bind_call(data, name))
      end
    end

    DEFINED = Kernel.instance_method(:instance_variable_defined?)
    private_constant :DEFINED

    def kind_of_class(type) = @kinds[type] ||= Kinds.of(type)

    # Whether objects of the class are nothing but variables, in CRuby too.
    def plain?(type, kind = kind_of_class(type))
      kind == :plain && !(type <= Time) && !(type <= Numeric) && !(type <= Encoding)
    end

    def number(type)
      index = reserve
      data = object
      what = type.name.downcase
      raise TypeError, "wrong argument type #{data.class} (expected Array)" unless Array === data
      unless data.size == 2
        raise ArgumentError, "marshaled #{what} must have an array whose length is 2 but #{data.size}"
      end

      number = type == Rational ? ratio(*data) : Complex.rect(*data)
      leave(enter(number, index), false)
    end

    def ratio(numerator, denominator)
      raise TypeError, "not an integer" unless Integer === numerator && Integer === denominator

      Rational(numerator, denominator)
    end

    def plain(partial)
      index = reserve
      type = Kinds.class_at(symbol.name)
      kind = kind_of_class(type)
      unless kind == :range || kind == :exception || kind == :set || plain?(type, kind)
        raise ArgumentError, "dump format error"
      end

      object = enter(ALLOCATE.bind_call(type), index)
      case kind
      when :range then range(object)
      when :exception then exception(object)
      else variables(object)
      end
      leave(object, partial)
    end

    def parts = count.times.to_h { [symbol, object] }

    def range(range)
      parts = parts()
      Range.instance_method(:initialize).bind_call(range, parts[:begin], parts[:end], parts[:excl])
      parts.each { |name, value| SET_VARIABLE.bind_call(range, name, value) if name.start_with?("@") }
    end

    def exception(error)
      parts = parts()
      hidden = Exceptions.hidden(error).invert
      error.__restore(parts.delete(:mesg), parts.delete(:cause), parts.delete(:status))
      trace = parts.delete(:bt)
      Exception.instance_method(:set_backtrace).bind_call(error, trace) if Array === trace || String === trace
      parts.each do |name, value|
        name = hidden[name] || name
        SET_VARIABLE.bind_call(error, name, value) if name.start_with?("@")
      end
    end

    def named(lookup, what, following)
      path = bytes.force_encoding(Encoding::UTF_8)
      raise TypeError, "can't override instance variable of #{what} '#{path}'" if following

      found = lookup == :only_module ? only_module(path) : Kinds.__send__(lookup, path)
      leave(enter(found), false)
    end

    def only_module(path)
      found = Kinds.module_at(path)
      raise ArgumentError, "#{path} does not refer to module" if Class === found

      found
    end
  end
end
