# String: force_encoding, encode, scrub, unicode_normalize, grapheme clusters.
class String
  REPLACEMENT = "\u{FFFD}".freeze

  def encoding = __binary? ? Encoding::BINARY : Encoding::UTF_8

  def force_encoding(encoding)
    raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

    __force_binary(Encoding.find(encoding) == Encoding::BINARY)
  end

  def scrub(replacement = nil, &block)
    bad = __invalid_at(0)
    return dup unless bad

    result = byteslice(0, 0)
    from = 0
    while bad
      result << byteslice(from, bad[0] - from)
      part = byteslice(bad[0], bad[1] - bad[0])
      result << (block && !replacement ? block.call(part).to_s : replacement || REPLACEMENT)
      from = bad[1]
      bad = __invalid_at(from)
    end
    result << byteslice(from, bytesize - from)
  end

  def scrub!(replacement = nil, &block) = replace(scrub(replacement, &block))

  # To UTF-8, US-ASCII or binary, from one of them. Options: invalid: and undef: with :replace, replace:, fallback:.
  def encode(to = Encoding::UTF_8, from = nil, **options)
    to = __encoding_for(to)
    from = from ? __encoding_for(from) : encoding
    return dup if from == to && encoding == to && !options[:invalid]

    text = from == Encoding::BINARY ? __text_of_binary(to, options) : dup.__force_binary(false)
    unless text.valid_encoding?
      if options[:invalid] != :replace
        bad = text.__invalid_at(0)
        raise Encoding::InvalidByteSequenceError, "#{text.byteslice(bad[0], bad[1] - bad[0]).inspect} on UTF-8"
      end
      text = text.scrub(__replacement(to, options))
    end
    return text if to == Encoding::UTF_8 || text.ascii_only?

    text = text.each_char.map { |c| c.ord < 128 ? c : __unmapped(c, to, options) }.join
    to == Encoding::BINARY ? text.__force_binary(true) : text
  end

  def encode!(*args, **options) = replace(encode(*args, **options))

  def unicode_normalize(_form = :nfc)
    return dup if ascii_only?

    raise NotImplementedError, "a sandbox has no tables to normalize text beyond ASCII"
  end

  def unicode_normalized?(form = :nfc) = unicode_normalize(form) == self

  def grapheme_clusters(&block) = block ? each_grapheme_cluster(&block) : scan(/\X/)

  def each_grapheme_cluster(&block)
    return to_enum(:each_grapheme_cluster) unless block

    grapheme_clusters.each(&block)
    self
  end

  def casecmp?(other)
    return nil unless other.is_a?(String) && Encoding.compatible?(self, other)

    __fold == other.__fold
  end

  def __fold = upcase.downcase

  private

  def __encoding_for(name)
    Encoding.find(name)
  rescue ArgumentError
    raise Encoding::ConverterNotFoundError, "code converter not found (#{encoding} to #{name})"
  end

  def __replacement(to, options) = options[:replace] || (to == Encoding::UTF_8 ? REPLACEMENT : "?")

  def __text_of_binary(to, options)
    return dup if ascii_only? || to == Encoding::BINARY

    text = bytes.map do |byte|
      next byte.chr if byte < 128

      if options[:undef] != :replace
        shown = "\\x#{byte.to_s(16).upcase}"
        raise Encoding::UndefinedConversionError, "\"#{shown}\" from ASCII-8BIT to #{to}"
      end
      __replacement(to, options)
    end
    text.join
  end

  def __unmapped(char, to, options)
    fallback = options[:fallback]
    return fallback.is_a?(Hash) ? fallback[char] : fallback.call(char) if fallback
    return __replacement(to, options) if options[:undef] == :replace

    code = char.ord.to_s(16).upcase.rjust(4, "0")
    raise Encoding::UndefinedConversionError, "U+#{code} from UTF-8 to #{to}"
  end
end
