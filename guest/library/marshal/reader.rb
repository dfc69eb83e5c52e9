# frozen_string_literal: true

module Marshal
  # Reads one object and all that it leads to: in C, but for what is rare. No byte is believed: a dump may come from
  # anywhere.
  class Reader
    # @param source [String, Stream]
    def initialize(source, proc, freeze)
      @proc = proc
      @freeze = freeze
      @partial = {}.compare_by_identity
      @kinds = {}.compare_by_identity
      @members = {}.compare_by_identity
      @classes = {}
      __initialize(source, proc || freeze ? true : false)
    end

    def load
      major = byte
      minor = byte
      unless major == MAJOR_VERSION && minor <= MINOR_VERSION
        raise TypeError, "incompatible marshal file format (can't be read)\n" \
                         "\tformat version 4.8 required; #{major}.#{minor} given"
      end

      object
    end

    private

    # A form that C does not read.
    # @param partial [Boolean] whether variables or modules follow, after which it is complete
    # @param following [Array(true), nil] whether variables follow; emptied by what takes them itself
    # @param modules [Array<Module>, nil] that extend it
    def rare(mark, partial, following, modules)
      case mark
      when 0x2f then regexp(partial, following, nil) # /
      when 0x53 then structure(partial) # S
      when 0x43 then user_class(partial, following) # C
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

    # Numbers an object, so that links find it.
    def enter(object, index = nil)
      numbered(object, index)
      @partial[object] = true if @proc
      object
    end

    # In the place of an object that is not read to its end stands the reader.
    def reserve = numbered(self)

    def complete(value) = @proc ? @proc.call(value) : value

    def leave(object, partial = false)
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

    def link(object) = @proc && !@partial.key?(object) ? @proc.call(object) : object

    # The symbol of a text that is not ASCII, or that an encoding follows; it may be told already.
    def coded_symbol(text, coded, symbol)
      (coded ? count : 0).times do
        encoding = encoding_of(self.symbol, object)
        text.force_encoding(encoding) if encoding
      end
      return symbol if symbol

      text = text.encode(Encoding::UTF_8) unless [Encoding::UTF_8, Encoding::BINARY].include?(text.encoding)
      text.force_encoding(Encoding::UTF_8)
      raise ArgumentError, "invalid byte sequence in UTF-8: #{text.inspect}" unless text.valid_encoding?

      text.to_sym
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

    # An Integer of more than 64 bits.
    def large(bytes, negative)
      number = bytes.reverse.unpack1("H*").to_i(16)
      negative ? -number : number
    end
  end
  private_constant :Reader
end

require "marshal/readings"
