# frozen_string_literal: true

module Marshal
  # Reads one object and all that it leads to. No byte is believed: a dump may come from anywhere.
  class Reader
    include Kinds

    # In the place of an object that is not read to its end.
    UNREAD = Object.new.freeze
    STORE = Hash.instance_method(:[]=)
    private_constant :UNREAD, :STORE

    def initialize(source, proc, freeze)
      @source = source
      @proc = proc
      @freeze = freeze
      @symbols = []
      @objects = []
      @partial = {}.compare_by_identity
      @kinds = {}.compare_by_identity
    end

    def load
      major = @source.byte
      minor = @source.byte
      unless major == MAJOR_VERSION && minor <= MINOR_VERSION
        raise TypeError, "incompatible marshal file format (can't be read)\n" \
                         "\tformat version 4.8 required; #{major}.#{minor} given"
      end

      object
    end

    private

    # @param partial [Boolean] whether variables or modules follow, after which it is complete
    # @param following [Array(true), nil] whether variables follow; emptied by what takes them itself
    # @param modules [Array<Module>] that extend it
    def object(partial = false, following = nil, modules = nil) = form(@source.byte, partial, following, modules)

    def form(mark, partial, following, modules, type = nil)
      case mark
      when 0x30 then complete(nil) # 0
      when 0x54 then complete(true) # T
      when 0x46 then complete(false) # F
      when 0x69 then complete(long) # i
      when 0x3a then symbol_object(following) # :
      when 0x3b then symbol_link # ;
      when 0x22 then leave(enter(made(String, type).replace(bytes)), partial) # "
      when 0x5b then array(partial, type) # [
      when 0x7b then hash(partial, type, false) # {
      when 0x7d then hash(partial, type, true) # }
      when 0x40 then link # @
      when 0x49 then with_variables(partial, modules) # I
      when 0x66 then leave(enter(float), false) # f
      when 0x6c then leave(enter(large), false) # l
      when 0x6f then plain(partial) # o
      else rare(mark, partial, following, modules, type)
      end
    end

    def rare(mark, partial, following, modules, type)
      case mark
      when 0x2f then regexp(partial, following, type) # /
      when 0x53 then structure(partial) # S
      when 0x43 then user_class(partial, following, modules) # C
      when 0x55 then by_marshal_load(modules) # U
      when 0x75 then by_load(partial, following) # u
      when 0x65 then extended(partial, modules || []) # e
      when 0x63 then named(:class_at, "class", following) # c
      when 0x6d then named(:only_module, "module", following) # m
      when 0x4d then named(:module_at, "class/module", following) # M
      when 0x64 then raise ArgumentError, "dump format error" # d
      else raise ArgumentError, "dump format error(0x#{mark.to_s(16)})"
      end
    end

    def long
      size = @source.byte
      size -= 256 if size > 127
      return size == 0 ? 0 : size - 5 if size == 0 || size > 4
      return size + 5 if size < -4

      count = size.abs
      number = 0
      count.times { |index| number |= @source.byte << (8 * index) }
      size > 0 ? number : number - (1 << (8 * count))
    end

    def bytes = @source.bytes(long)

    # How many items follow.
    def count
      size = long
      raise ArgumentError, "negative array size (or size too big)" if size < 0

      size
    end

    # Numbers an object, so that links find it.
    def enter(object, index = nil)
      index ? @objects[index] = object : @objects.push(object)
      @partial[object] = true if @proc
      object
    end

    def reserve
      @objects.push(UNREAD)
      @objects.size - 1
    end

    def complete(value) = @proc ? @proc.call(value) : value

    def leave(object, partial)
      return object if partial

      @partial.delete(object) if @proc
      object = frozen(object) if @freeze
      complete(object)
    end

    # What made itself from a text or from data is given to the proc once, and not for links to it.
    def leave_once(object, partial)
      object = frozen(object) if @freeze && !partial
      partial ? object : complete(object)
    end

    def frozen(object)
      return object if Module === object
      return interned(object) if CLASS.bind_call(object).equal?(String) && object.instance_variables.empty?

      FREEZE.bind_call(object)
    end

    def interned(string) = (@strings ||= {})[[string, string.encoding]] ||= string.freeze

    FREEZE = Kernel.instance_method(:freeze)
    private_constant :FREEZE

    def link
      index = long
      object = index < 0 || index >= @objects.size ? UNREAD : @objects[index]
      raise ArgumentError, "dump format error (unlinked)" if UNREAD.equal?(object)

      @proc && !@partial.key?(object) ? @proc.call(object) : object
    end

    def symbol_link
      index = long
      raise ArgumentError, "bad symbol" if index < 0 || index >= @symbols.size

      @symbols[index]
    end

    def symbol
      mark = @source.byte
      coded = mark == 0x49
      mark = @source.byte if coded
      case mark
      when 0x3a then new_symbol(coded)
      when 0x3b
        raise ArgumentError, "dump format error (symlink with encoding)" if coded

        symbol_link
      else raise ArgumentError, "dump format error for symbol(0x#{mark.to_s(16)})"
      end
    end

    def new_symbol(coded)
      text = bytes
      index = @symbols.push(nil).size - 1
      @symbols[index] = text.ascii_only? ? text.force_encoding(Encoding::UTF_8).to_sym : nil
      (coded ? long : 0).times do
        encoding = encoding_of(symbol, object)
        text.force_encoding(encoding) if encoding
      end
      return @symbols[index] if text.ascii_only?

      text = text.encode(Encoding::UTF_8) unless [Encoding::UTF_8, Encoding::BINARY].include?(text.encoding)
      text.force_encoding(Encoding::UTF_8)
      raise ArgumentError, "invalid byte sequence in UTF-8: #{text.inspect}" unless text.valid_encoding?

      @symbols[index] = text.to_sym
    end

    def symbol_object(following)
      symbol = new_symbol(following&.first)
      following&.clear
      complete(symbol)
    end

    # The encoding that a variable is about, nil if it is about none.
    def encoding_of(name, value)
      case name
      when :E
        if true.equal?(value) then Encoding::UTF_8
        elsif false.equal?(value) then Encoding::US_ASCII
        end
      when :encoding then String === value ? Encoding.list.find { |encoding| encoding.names.include?(value) } : nil
      end
    end

    def float
      text = bytes[/\A[^\0]*/]
      case text
      when "nan" then Float::NAN
      when "inf" then Float::INFINITY
      when "-inf" then -Float::INFINITY
      else text.to_f
      end
    end

    def large
      sign = @source.byte
      size = long
      raise ArgumentError, "negative string size (or size too big)" if size < 0

      number = @source.bytes(size * 2).reverse.unpack1("H*").to_i(16)
      sign == 0x2d ? -number : number
    end

    # An object of a class of the user's below the usual one, or a usual one.
    def made(usual, type)
      return usual.equal?(String) ? "".b : usual.new if type.nil?
      raise ArgumentError, "dump format error (user class)" unless type <= usual

      ALLOCATE.bind_call(type)
    end

    def array(partial, type)
      size = count
      array = enter(made(Array, type))
      push = Array.instance_method(:push) if type
      size.times { type ? push.bind_call(array, object) : array.push(object) }
      leave(array, partial)
    end

    def hash(partial, type, default)
      size = count
      hash = enter(made(Hash, type.equal?(Hash) ? nil : type))
      hash.compare_by_identity if type.equal?(Hash) || @identical
      @identical = false
      size.times do
        key = object
        STORE.bind_call(hash, key, object)
      end
      Hash.instance_method(:default=).bind_call(hash, object) if default
      leave(hash, partial)
    end
  end
  private_constant :Reader
end

require "marshal/readings"
