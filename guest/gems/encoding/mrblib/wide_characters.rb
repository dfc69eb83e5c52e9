# What a String of UTF-16 or UTF-32 does by its characters: what it does as UTF-8.
class String
  module WideCharacters
    %i[
      length size chars reverse upcase downcase capitalize swapcase ord codepoints chr chop chomp strip lstrip rstrip
      center ljust rjust index rindex sub gsub split lines succ next upto __each_upto insert to_i to_f []
      slice start_with? end_with? include? partition rpartition delete_prefix delete_suffix each_char each_line
      each_codepoint grapheme_clusters to_sym intern scan hex oct casecmp casecmp? =~ match match? prepend
    ].each do |name|
      define_method(name) do |*args, **options, &block|
        next super(*args, **options, &block) if encoding.ascii_compatible?

        narrow = args.map { |arg| __narrow(arg) }
        __wide(__narrow(self).__send__(name, *narrow, **options, &(block && __widened(block))))
      end
    end

    %i[
      upcase! downcase! capitalize! swapcase! reverse! chop! chomp! strip! lstrip! rstrip! sub! gsub! succ! next!
      slice! []= insert prepend
    ].each do |name|
      define_method(name) do |*args, **options, &block|
        next super(*args, **options, &block) if encoding.ascii_compatible?
        raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

        text = __narrow(self)
        result = text.__send__(name, *args.map { |arg| __narrow(arg) }, **options, &(block && __widened(block)))
        replace(__wide(text))
        result.equal?(text) ? self : __wide(result)
      end
    end

    def inspect
      return super if encoding.ascii_compatible?

      text = encode(Encoding::UTF_8, invalid: :replace)
      return b.inspect unless valid_encoding?

      Regexp.__aside { text.inspect.gsub(/[^\0-\x7f]/) { |char| char.dump[1..-2] } }
    end

    def <<(other) = encoding.ascii_compatible? || other.is_a?(String) ? super : super(other.chr(encoding))

    def dup = super.force_encoding(encoding)

    def clone(**options) = frozen? ? super : super(**options).force_encoding(encoding)

    def +(other) = super.force_encoding(encoding)

    def *(other) = super.force_encoding(encoding)

    def byteslice(...) = super&.force_encoding(encoding)

    def to_s = self

    private

    def __narrow(value)
      return value unless value.is_a?(String) && !value.encoding.ascii_compatible?

      value.encode(Encoding::UTF_8, invalid: :replace)
    end

    def __wide(value)
      case value
      when String then value.ascii_only? || value.encoding == Encoding::UTF_8 ? value.encode(encoding) : value
      when Array then value.map { |item| __wide(item) }
      else value
      end
    end

    def __widened(block) = ->(*values) { __narrow(block.call(*values.map { |value| __wide(value) })) }
  end
  __note_wide(WideCharacters, "".extend(WideCharacters))
  class << self
    undef_method :__note_wide
  end
  private_constant :WideCharacters
end
