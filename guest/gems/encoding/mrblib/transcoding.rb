# What String#encode does, for one call.
class Encoding
  class Transcoding__
    XML = { "&" => "&amp;", "<" => "&lt;", ">" => "&gt;" }.freeze
    QUOTED = XML.merge('"' => "&quot;").freeze

    def initialize(source, names, options)
      @source = source
      @options = options
      @to = find(names[0] || Encoding.default_internal || source.encoding, source.encoding, names[0])
      @from = names[1] ? find(names[1], names[1], @to) : source.encoding
      check_options
    end

    def call
      return unchanged if @from == @to && !anew?

      text = decorated
      return @source.dup.force_encoding(@to) if same?(text)

      convert(text, marked(text))
    end

    private

    def unchanged = @source.dup.force_encoding(@to)

    # Whether the bytes stay as they are: they are ASCII in both, and nothing is to be checked.
    def same?(text)
      text.equal?(@source) && @source.ascii_only? && @from.ascii_compatible? && @to.ascii_compatible?
    end

    def anew?
      @options[:xml] || @options[:newline] || @options[:universal_newline] || @options[:crlf_newline] ||
        @options[:cr_newline] || @options[:invalid] == :replace
    end

    def find(name, from, to)
      Encoding.find(name)
    rescue ArgumentError
      from = from == to ? @source.encoding : from
      raise Encoding::ConverterNotFoundError, "code converter not found (#{from} to #{to})"
    end

    def check_options
      { xml: %i[text attr], invalid: [:replace, nil], undef: [:replace, nil] }.each do |name, known|
        value = @options[name]
        next if value.nil? || known.include?(value)
        raise ArgumentError, "unknown value for #{name} option" unless name == :xml

        raise ArgumentError, "unexpected value for xml option: #{value.is_a?(Symbol) ? value : value.inspect}"
      end
    end

    # The source with what xml: and newline: ask for, in the source's encoding.
    def decorated
      text = @source
      text = text.dup.force_encoding(@from) if @from != text.encoding
      return text unless text.encoding.ascii_compatible?

      Regexp.__aside { quoted(newlines(text)) }
    end

    def quoted(text)
      case @options[:xml]
      when :text then text.gsub(/[&<>]/, XML)
      when :attr then "\"#{text.gsub(/[&<>"]/, QUOTED)}\""
      else text
      end
    end

    def newlines(text)
      kind = @options[:newline]
      kind ||= %i[universal crlf cr].find { |name| @options[:"#{name}_newline"] }
      case kind
      when :universal then text.gsub(/\r\n?/, "\n")
      when :crlf then text.gsub("\n", "\r\n")
      when :cr then text.gsub("\n", "\r")
      else text
      end
    end

    # UTF-16 and UTF-32 say their byte order by a mark.
    def marked(text)
      big = @from.name == "UTF-16" ? [Encoding::UTF_16BE, "\xFE\xFF".b] : [Encoding::UTF_32BE, "\x00\x00\xFE\xFF".b]
      return text unless @from.dummy?

      bytes = text.b
      return bytes.byteslice(big[1].bytesize..).force_encoding(big[0]) if bytes.start_with?(big[1])

      little = @from.name == "UTF-16" ? [Encoding::UTF_16LE, "\xFF\xFE".b] : [Encoding::UTF_32LE, "\xFF\xFE\x00\x00".b]
      bytes.start_with?(little[1]) ? bytes.byteslice(little[1].bytesize..).force_encoding(little[0]) : text
    end

    def convert(_shown, text)
      out = String.new("").force_encoding(@to.dummy? ? big_endian : @to)
      "\u{FEFF}".__transcode(out, 0) if @to.dummy? && !text.empty?
      at = 0
      while (stop = text.__transcode(out, at))
        out << instead(text, out, *stop)
        at = stop[2]
      end
      out.force_encoding(@to)
    end

    def big_endian = @to.name == "UTF-16" ? Encoding::UTF_16BE : Encoding::UTF_32BE

    def instead(text, out, valid, from, to, code)
      part = text.byteslice(from, to - from)
      return valid ? unmapped(part, out, code) : invalid(text, part, out, to) if text.encoding != Encoding::BINARY

      raise_undefined(bytes_shown(part), part) unless @options[:undef] == :replace || @options[:fallback]
      unmapped(part, out, code)
    end

    def invalid(text, part, out, to)
      return replacement(out) if @options[:invalid] == :replace

      rest = text.byteslice(to, 1)
      follows = " followed by #{bytes_shown(rest)}" if part.bytesize > 0 && rest && !rest.empty? && incomplete?(part)
      wrong = follows || !rest || !rest.empty? || !incomplete?(part)
      shown = wrong ? "#{bytes_shown(part)}#{follows}" : "incomplete #{bytes_shown(part)}"
      error = Encoding::InvalidByteSequenceError.new("#{shown} on #{@from}")
      raise error.__between(*step(true)).__about(part.b, follows && rest.b, !wrong)
    end

    # Whether these bytes could have gone on.
    def incomplete?(part)
      lead = part.getbyte(0)
      @from != Encoding::UTF_8 || (lead >= 0xc2 && lead <= 0xf4)
    end

    def unmapped(part, out, code)
      fallback = @options[:fallback]
      if fallback
        called = !fallback.is_a?(Hash) && fallback.respond_to?(:call)
        by = called ? fallback.call(part) : fallback[part]
        return by.encode(out.encoding) if by.is_a?(String)
      end
      return "&#x#{code.to_s(16).upcase};".encode(out.encoding) if @options[:xml]
      return replacement(out) if @options[:undef] == :replace

      raise_undefined(code_shown(code), part)
    end

    def replacement(out)
      by = @options[:replace]
      by = (out.encoding.name.start_with?("UTF") ? String::REPLACEMENT__ : "?") if by.nil?
      by = __string_of(by)
      by.encoding == out.encoding ? by : by.encode(out.encoding)
    end

    def raise_undefined(shown, part)
      binary = part.encoding == Encoding::BINARY
      between = step(binary)
      way = direct? ? "from #{@from} to #{@to}" : "to #{between[1]} in conversion from #{@from} to UTF-8 to #{@to}"
      error = Encoding::UndefinedConversionError.new("#{shown} #{way}")
      raise error.__between(*between).__about(direct? || binary ? part : part.encode(Encoding::UTF_8))
    end

    def direct? = @from == Encoding::UTF_8 || @to == Encoding::UTF_8

    # The encodings between which it failed: what is between others goes by way of UTF-8.
    def step(first)
      return [@from, @to] if direct?

      first ? [@from, Encoding::UTF_8] : [Encoding::UTF_8, @to]
    end

    def code_shown(code) = "U+#{code.to_s(16).upcase.rjust(4, "0")}"

    def bytes_shown(bytes) = bytes.b.dump
  end
end
