# frozen_string_literal: true

module Marshal
  # Writes one object and all that it leads to.
  class Writer
    include Kinds

    # Floats that CRuby keeps in a word, so that equal ones are one object.
    LEAST = 2.0**-255
    BEYOND = 2.0**257
    # What the guest itself extends strings of wide characters by.
    INTERNAL = "".encode(Encoding::UTF_16LE).singleton_class.ancestors.find { |module_| module_.instance_of?(Module) }
    BYTESIZE = String.instance_method(:bytesize)
    ENCODING = String.instance_method(:encoding)
    private_constant :LEAST, :BEYOND, :INTERNAL, :BYTESIZE, :ENCODING

    def initialize
      @out = "".b
      @symbols = {}
      @objects = {}.compare_by_identity
      @floats = {}
      @count = 0
      @encodings = {}
      @kinds = {}.compare_by_identity
      @dumping = {}.compare_by_identity
    end

    def dump(object, limit)
      @out << "\x04\x08"
      write(object, limit)
      @out
    end

    private

    def write(object, limit)
      raise ArgumentError, "exceed depth limit" if limit == 0

      case object
      when nil then @out << "0"
      when true then @out << "T"
      when false then @out << "F"
      when Symbol then symbol(object)
      when Integer then integer(object)
      when Float then float(object)
      else
        return if linked?(@objects[object])

        reference(object, limit > 0 ? limit - 1 : limit)
      end
    end

    def long(number)
      if number == 0 then @out << "\0"
      elsif number > 0 && number < 123 then @out.append_as_bytes(number + 5)
      elsif number < 0 && number > -124 then @out.append_as_bytes((number - 5) & 255)
      else
        raise TypeError, "long too big to dump" if number >= 0x80000000 || number < -0x80000000

        bytes = []
        rest = number
        until (rest == 0 || rest == -1) && !bytes.empty?
          bytes << (rest & 255)
          rest >>= 8
        end
        @out.append_as_bytes([number < 0 ? -bytes.size : bytes.size, *bytes].pack("C*"))
      end
    end

    def bytes(text)
      long(BYTESIZE.bind_call(text))
      @out.append_as_bytes(text)
    end

    def symbol(symbol)
      if (number = @symbols[symbol])
        @out << ";"
        return long(number)
      end
      name = symbol.name
      @out << "I" unless name.ascii_only?
      @out << ":"
      bytes(name)
      @symbols[symbol] = @symbols.size
      return if name.ascii_only?

      long(1)
      encoding(true)
    end

    def linked?(number)
      return false unless number

      @out << "@"
      long(number)
      true
    end

    def remember(object)
      @objects[object] = @count
      @count += 1
    end

    def integer(number)
      if number < 0x40000000 && number >= -0x40000000
        @out << "i"
        return long(number)
      end
      if number < 1 << 62 && number >= -(1 << 62)
        @count += 1
      else
        return if linked?(@objects[number])

        remember(number)
      end
      @out << (number < 0 ? "l-" : "l+")
      digits = number.abs.to_s(16)
      digits = digits.rjust((digits.size + 3) / 4 * 4, "0")
      long(digits.size / 4)
      @out.append_as_bytes([digits].pack("H*").reverse)
    end

    def float(number)
      size = number.abs
      if (size >= LEAST && size < BEYOND && number != LEAST) || (number == 0 && 1 / number > 0)
        return if linked?(@floats[number])

        @floats[number] = @count
      end
      @count += 1
      @out << "f"
      bytes(float_text(number))
    end

    # The fewest digits that mean this number.
    def float_text(number)
      return "nan" if number.nan?
      return number > 0 ? "inf" : "-inf" if number.infinite?

      short = short_text(number.to_s)
      return short if short

      sign = number < 0 || (number == 0 && 1 / number < 0) ? "-" : ""
      return "#{sign}0" if number == 0

      whole, fraction, power = number.abs.to_s.match(/\A(\d+)\.(\d+)(?:e([+-]\d+))?\z/).captures
      point = whole.size + power.to_i
      digits = whole + fraction
      point -= digits.size - digits.sub(/\A0+/, "").size
      digits = digits.gsub(/\A0+|0+\z/, "")
      sign + placed(digits, point)
    end

    # A text that is the shortest already, or is without its ".0"; nil if it may be neither.
    def short_text(text)
      return if text.include?("e") || text.start_with?("0", "-0")

      text = text.delete_suffix(".0")
      text.end_with?("0") ? nil : text
    end

    # Digits with the point behind so many of them.
    def placed(digits, point)
      if point < -3 || point > digits.size
        "#{digits[0]}#{".#{digits[1..]}" if digits.size > 1}e#{point - 1}"
      elsif point > 0
        "#{digits[0, point]}#{".#{digits[point..]}" if digits.size > point}"
      else
        "0.#{"0" * -point}#{digits}"
      end
    end

    def reference(object, limit)
      type = CLASS.bind_call(object)
      kind = @kinds[type] ||= Kinds.of(type)
      return __send__(kind, object, limit) if kind == :no_bytes || kind == :refused
      return by_marshal_dump(object, limit) if Kinds.responds?(object, :marshal_dump)
      return by_dump(object, kind, limit) if Kinds.responds?(object, :_dump)

      remember(object)
      __send__(kind, object, limit)
    end

    def no_bytes(object, _limit) = raise(TypeError, "no _dump_data is defined for class #{CLASS.bind_call(object)}")
    def refused(object, _limit) = raise(TypeError, "can't dump #{CLASS.bind_call(object)}")

    def by_marshal_dump(object, limit)
      remember(object)
      value = object.__send__(:marshal_dump)
      type = CLASS.bind_call(object)
      raise "#{type}#marshal_dump returned same class instance" if type.equal?(CLASS.bind_call(value))

      @out << "U"
      symbol(Kinds.path(type).to_sym)
      write(value, limit)
    end

    def by_dump(object, kind, limit)
      raise "can't dump recursive object using _dump()" if @dumping[object]
      return time(object, limit) if Time === object && object.method(:_dump).owner.equal?(Time)

      text = object.__send__(:_dump, limit)
      raise TypeError, "_dump() must return string" unless String === text

      names = VARIABLES.bind_call(text)
      code = encoding_of(text)
      source = text
      if names.empty? && code.nil? && BESIDE.include?(kind)
        source = object
        names = VARIABLES.bind_call(object)
      end
      some = !names.empty? || !code.nil?
      @out << "I" if some
      @out << "u"
      symbol(Kinds.path(CLASS.bind_call(object)).to_sym)
      bytes(text)
      if some
        @dumping[object] = true
        variables(source, names, code, limit)
        @dumping.delete(object)
      end
      remember(object)
    end

    # What stands before the object: modules that it was extended by, and its class unless that is the usual one.
    def extensions(object)
      modules = EXTENSIONS.bind_call(object)
      raise TypeError, "singleton can't be dumped" if modules == false

      modules&.each do |module_|
        next if INTERNAL.equal?(module_)

        @out << "e"
        name = NAME.bind_call(module_) or
          raise TypeError, "can't dump anonymous class #{Module.instance_method(:to_s).bind_call(module_)}"
        symbol(name.to_sym)
      end
    end

    def user_class(object, usual)
      extensions(object)
      type = CLASS.bind_call(object)
      return if type.equal?(usual)

      @out << "C"
      symbol(Kinds.path(type).to_sym)
    end

    def classed(mark, object)
      extensions(object)
      @out << mark
      symbol(Kinds.path(CLASS.bind_call(object)).to_sym)
    end

    def encoding_of(text)
      case (encoding = ENCODING.bind_call(text))
      when Encoding::UTF_8 then true
      when Encoding::BINARY then nil
      when Encoding::US_ASCII then false
      else @encodings[encoding] ||= encoding.name.b
      end
    end

    def encoding(code)
      symbol(String === code ? :encoding : :E)
      write(code, -1)
    end

    # Writes an object with the variables behind it that its own form has no place for.
    def with_variables(object, code, limit)
      names = VARIABLES.bind_call(object)
      return yield if names.empty? && code.nil?

      @out << "I"
      yield
      variables(object, names, code, limit)
    end

    def variables(object, names, code, limit)
      long(names.size + (code.nil? ? 0 : 1))
      encoding(code) unless code.nil?
      names.each do |name|
        symbol(name)
        write(VARIABLE.bind_call(object, name), limit)
      end
      return if VARIABLES.bind_call(object).size == names.size

      raise "instance variable added to #{CLASS.bind_call(object)} instance"
    end
  end
  private_constant :Writer
end

require "marshal/forms"
