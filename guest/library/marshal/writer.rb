# frozen_string_literal: true

module Marshal
  # Writes one object and all that it leads to: in C, but for what is rare.
  class Writer
    # What the guest itself extends strings of wide characters by.
    INTERNAL = "".encode(Encoding::UTF_16LE).singleton_class.ancestors.find { |module_| module_.instance_of?(Module) }
    private_constant :INTERNAL

    public :dump

    private

    def kind_of_class(type) = Kinds.of(type)
    def name_of_class(type) = Kinds.path(type).to_sym
    def says?(object, name) = Kinds.responds?(object, name)

    def no_bytes(object, _limit) = raise(TypeError, "no _dump_data is defined for class #{CLASS.bind_call(object)}")
    def refused(object, _limit) = raise(TypeError, "can't dump #{CLASS.bind_call(object)}")

    # An Integer of more than 64 bits.
    def large(number)
      put(number < 0 ? "l-" : "l+")
      digits = number.abs.to_s(16)
      digits = digits.rjust((digits.size + 3) / 4 * 4, "0")
      long(digits.size / 4)
      put([digits].pack("H*").reverse)
    end

    def by_marshal_dump(object, limit)
      remember(object)
      value = object.__send__(:marshal_dump)
      type = CLASS.bind_call(object)
      raise "#{type}#marshal_dump returned same class instance" if type.equal?(CLASS.bind_call(value))

      put("U")
      symbol(name_of_class(type))
      write(value, limit)
    end

    def by_dump(object, limit, kind)
      dumping = @dumping ||= {}.compare_by_identity
      raise "can't dump recursive object using _dump()" if dumping[object]
      return time(object, limit) if Time === object && object.method(:_dump).owner.equal?(Time)

      text = object.__send__(:_dump, limit)
      raise TypeError, "_dump() must return string" unless String === text

      names = VARIABLES.bind_call(text)
      coded = coded?(text)
      source = text
      if names.empty? && !coded && BESIDE.include?(kind)
        source = object
        names = VARIABLES.bind_call(object)
      end
      some = coded || !names.empty?
      put("I") if some
      put("u")
      symbol(name_of_class(CLASS.bind_call(object)))
      bytes(text)
      if some
        dumping[object] = true
        variables(source, names, text, limit)
        dumping.delete(object)
      end
      remember(object)
    end

    # Modules that an object was extended by stand before it.
    def extensions(object)
      modules = EXTENSIONS.bind_call(object)
      raise TypeError, "singleton can't be dumped" if modules == false

      modules&.each do |module_|
        next if INTERNAL.equal?(module_)

        put("e")
        name = NAME.bind_call(module_) or
          raise TypeError, "can't dump anonymous class #{Module.instance_method(:to_s).bind_call(module_)}"
        symbol(name.to_sym)
      end
    end

    def named_encoding(text)
      symbol(:encoding)
      @encodings ||= {}
      write(@encodings[text.encoding] ||= text.encoding.name.b, -1)
    end

    # Writes an object with the variables behind it that its own form has no place for, and the encoding of its text.
    def with_variables(object, text, limit)
      names = VARIABLES.bind_call(object)
      return yield if names.empty? && !(text && coded?(text))

      put("I")
      yield
      variables(object, names, text, limit)
    end
  end
  private_constant :Writer
end

require "marshal/forms"
