# String: force_encoding, encode, scrub, grapheme clusters.
class String
  REPLACEMENT__ = "\u{FFFD}".freeze

  # A literal of a source in this encoding.
  def __us_ascii = force_encoding("US-ASCII")

  # Of what has bytes that are no characters.
  def __scrub(replacement = nil, &block)
    bad = __invalid_at(0)
    __check_replacement(replacement) if replacement
    result = __empty_copy
    from = 0
    while bad
      result << byteslice(from, bad[0] - from)
      part = byteslice(bad[0], bad[1] - bad[0])
      result << (replacement || (block ? __check_replacement(block.call(part)) : __default_replacement))
      from = bad[1]
      bad = __invalid_at(from)
    end
    result << byteslice(from, bytesize - from)
  end

  def scrub!(replacement = nil, &block)
    return self unless __invalid_at(0)

    replace(scrub(replacement, &block))
  end

  # Options: invalid: and undef: with :replace, replace:, fallback:, xml:, newline: and its kin.
  def __encode(*args, **options)
    raise ArgumentError, "wrong number of arguments (given #{args.size}, expected 0..3)" if args.size > 3

    options = __options_of(args.pop).merge(options) if args.size == 3 || __options?(args.last)
    Encoding::Transcoding__.new(self, args, options).call
  end

  def encode!(*args, **options)
    raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

    changed = encode(*args, **options)
    replace(changed).force_encoding(changed.encoding)
  end

  def unicode_normalize(form = :nfc) = Encoding::Normalization__.of(self, form)

  def unicode_normalize!(form = :nfc) = replace(unicode_normalize(form))

  def unicode_normalized?(form = :nfc) = unicode_normalize(form) == self

  def grapheme_clusters(&block)
    return each_grapheme_cluster(&block) if block
    return chars if __encoding != 1
    return __graphemes if valid_encoding?

    clusters = []
    from = 0
    while (bad = __invalid_at(from))
      clusters.concat(byteslice(from, bad[0] - from).__graphemes, byteslice(bad[0], bad[1] - bad[0]).chars)
      from = bad[1]
    end
    clusters.concat(byteslice(from, bytesize - from).__graphemes)
  end

  def __graphemes = Regexp.__aside { scan(/\X/) }

  def each_grapheme_cluster(&block)
    return to_enum(:each_grapheme_cluster) { grapheme_clusters.size } unless block

    grapheme_clusters.each(&block)
    self
  end

  private

  def __empty_copy = String.new("").force_encoding(encoding)

  def __check_replacement(text)
    text = __string_of(text)
    raise ArgumentError, "replacement must be valid byte sequence '#{text.b}'" unless text.valid_encoding?

    text
  end

  def __default_replacement
    return REPLACEMENT__ if __encoding == 1

    encoding.ascii_compatible? ? "?" : REPLACEMENT__.encode(encoding)
  end

  def __options?(value) = value.is_a?(Hash) || value.respond_to?(:to_hash)

  def __options_of(value) = value.is_a?(Hash) ? value : value.to_hash
end
