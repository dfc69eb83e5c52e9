# == Encodings
p Encoding::UTF_8, Encoding::US_ASCII, [Encoding::ISO_8859_1, Encoding::UTF_16LE, Encoding::Windows_1252, Encoding::CP1252, Encoding::ISO8859_15].map(&:name)
p Encoding.find("utf-8"), Encoding.find("latin1") rescue p $!.class, $!.message
p Encoding::UTF_8.names.include?("CP65001"), Encoding::UTF_16LE.ascii_compatible?, Encoding::UTF_16.dummy?, Encoding::UTF_8.dummy?
p Encoding.compatible?("a", "b".encode("US-ASCII")), Encoding.compatible?("é", "é".encode("ISO-8859-1")), Encoding.compatible?("a", "é".b).name
p Encoding.compatible?("é", "a".encode("UTF-16LE")), Encoding.compatible?("", "é".encode("UTF-16LE")), Encoding.compatible?(:a, "é"), Encoding.compatible?(1, "a")

# == What is ASCII
# Needs Ruby 3.4: << of a byte beyond US-ASCII
p 1.to_s.encoding, 1.5.to_s.encoding, nil.to_s.encoding, true.to_s.encoding, :a.to_s.encoding, :é.to_s.encoding, 65.chr.encoding, 200.chr.encoding.name
p [1].pack("C").encoding.name, ["a"].pack("m").encoding, [233].pack("U").encoding, String.new.encoding.name, String.new("a").encoding, "".b.encoding.name
s = 1.to_s
s << "é"
p s, s.encoding, (1.to_s + "é").encoding, ("é" + 1.to_s).encoding, (1.to_s + 2.to_s).encoding, "#{1}".encoding, [1, "é"].join.encoding
a = "abc".encode("US-ASCII")
p a[1].encoding, a.chars[0].encoding, a.upcase.encoding, a.reverse.encoding, (a * 2).encoding, a.byteslice(1, 1).encoding, a.strip.encoding, a.lines[0].encoding
p a.gsub("b", "x").encoding, a.sub(/b/, "é").encoding, a.tr("a", "b").encoding, a.center(9).encoding, a.dup.encoding, a.succ.encoding, a == "abc", a.eql?("abc"), a.hash == "abc".hash
broken = "\xC2\xA9".dup.force_encoding("US-ASCII")
p broken, broken.length, broken.valid_encoding?, broken.ascii_only?, broken.scrub("?")
p (65.chr.dup << 200).encoding.name, ("é" << 0x3042), "a".encode("ISO-8859-1") << 233
begin
  "".encode("US-ASCII") << 256
rescue RangeError => e
  p e.message
end
begin
  "".dup << 0xD800
rescue RangeError => e
  p e.message
end

# == Transcoding
p "héé€".encode("UTF-16LE").bytes, "a😀".encode("UTF-16BE").bytes, "a😀".encode("UTF-32LE").bytes, "é".encode("UTF-16").bytes
p "é€ß".encode("ISO-8859-15").bytes, "é€“”".encode("Windows-1252").bytes, "Привет".encode("KOI8-R").bytes, "Привет".encode("Windows-1251").bytes
p "\xE9\xE8".dup.force_encoding("ISO-8859-1").encode("UTF-8"), "\x93hi\x94".dup.force_encoding("Windows-1252").encode("UTF-8"), "\xE9".b.encode("UTF-8", "ISO-8859-1")
p "\xFF\xFEa\0".b.force_encoding("UTF-16").encode("UTF-8"), "\xFE\xFF\0a".b.force_encoding("UTF-16").encode("UTF-8")
p "aéb".encode("US-ASCII", undef: :replace), "aéb".encode("US-ASCII", undef: :replace, replace: "*"), "aéb".encode("US-ASCII", fallback: { "é" => "e" }), "aéb".encode("US-ASCII", fallback: ->(c) { c.ord.to_s })
p "a\xFFb".encode("UTF-8", invalid: :replace), "a\xFFb".encode("UTF-16LE", invalid: :replace).encode("UTF-8"), "a\xFFb".encode("US-ASCII", invalid: :replace, replace: "!")
p "a<é>&\"".encode(xml: :text), "a<b>\"".encode(xml: :attr), "a<é".encode("US-ASCII", xml: :text), "a\r\nb\rc\n".encode(universal_newline: true), "a\nb".encode(crlf_newline: true)
p "é".encode("UTF-16LE").encode("UTF-8") == "é", "abc".b.encode("UTF-8").encoding, "abc".encode("UTF-16LE").encoding
[-> { "é".encode("US-ASCII") }, -> { "\xFF".encode("UTF-16LE") }, -> { "\xE9".b.encode("UTF-8") }, -> { "€".encode("ISO-8859-1") }, -> { "a".encode("nope") },
 -> { "\xE3a".encode("UTF-16LE") }].each do |run|
  run.call
rescue EncodingError => e
  puts "#{e.class}: #{e.message}"
end
t = "é".dup
t.encode!("ISO-8859-1")
p t.encoding, t.bytes, t.valid_encoding?, t == "é", t.length

# == UTF-16
w = "añ😀b".encode("UTF-16LE")
p w.length, w.bytesize, w.chars.map { |c| c.encode("UTF-8") }, w[1].encode("UTF-8"), w[-2..].encode("UTF-8"), w.reverse.encode("UTF-8"), w.upcase.encode("UTF-8"), w.codepoints, w.ord
p w.inspect, w.valid_encoding?, w.ascii_only?, w == "añ😀b", w == w.dup, w.dup.encoding, (w + w).length, (w * 2).length, w.index("b".encode("UTF-16LE")), w.include?("ñ".encode("UTF-16LE"))
begin
  w + "é"
rescue Encoding::CompatibilityError => e
  p e.message
end
d = w.dup.force_encoding("BINARY")
p d.length, d.force_encoding("UTF-16LE").length, d.force_encoding("UTF-8").length

# == Two encodings
l = "é".encode("ISO-8859-1")
p l == "é", l == "é".b, l.inspect, l + "a", ("a" + l).encoding, l.hash == "é".hash, "a".encode("ISO-8859-1") == "a", l.unpack("C*")
begin
  "é" + l
rescue Encoding::CompatibilityError => e
  p e.message
end
begin
  "é".include?(l)
rescue Encoding::CompatibilityError => e
  p e.message
end

# == Texts appended to texts with room
texts = ["abc", "é", "abc".b, "\xFF".b, "x".encode("ISO-8859-1"), "é".encode("ISO-8859-1"), 5.to_s, "", "".b, "z" * 40,
         "é" * 30, "#{1}é", "#{"a".b}b", "q".force_encoding("US-ASCII"), "\xFF".dup.force_encoding("US-ASCII"), "\xFF"]
texts.each_with_index do |one, i|
  texts.each_with_index do |other, j|
    text = one.dup
    text.valid_encoding?
    text << other << other
    p [i, j, text.encoding, text.bytes, text.size, text.valid_encoding?, text.ascii_only?]
    text << other
    p [text.size, text.bytesize, (text << "k").encoding]
  rescue Encoding::CompatibilityError => e
    p [i, j, e.message]
  end
end
text = +"ab"
p text << text << text, text.size
shared = "x" * 100
part = shared[10..]
part << "y"
p shared.size, part.size, part[-2..], (shared.dup << "z").size, shared[-1]
"a".freeze << "b" rescue puts $!.class
text = +""
50.times { |i| text << "é" << i.to_s << "\n" }
p text.size, text.bytesize, text[-4..]

# == Errors of conversion
def failing
  yield
rescue Encoding::UndefinedConversionError => e
  p e.message, e.error_char, e.source_encoding_name, e.destination_encoding_name, e.source_encoding.name
rescue Encoding::InvalidByteSequenceError => e
  p e.message, e.error_bytes, e.readagain_bytes, e.incomplete_input?, e.source_encoding_name
end
failing { "aé".encode("US-ASCII") }
failing { "\x80".dup.force_encoding("Windows-1252").encode("ISO-8859-1") }
failing { "\xff".b.encode("UTF-8") }
failing { "\xff".b.encode("ISO-8859-1") }
failing { "\xff".encode("UTF-16LE") }
failing { "\xE3a".encode("UTF-16LE") }
failing { "\xE3\x81".encode("UTF-16LE") }

# == Converters
to_latin = Encoding::Converter.new("UTF-8", "ISO-8859-1")
p to_latin.convert("é"), to_latin.convpath, to_latin.replacement, to_latin.inspect
to_wide = Encoding::Converter.new("UTF-8", "UTF-16BE")
p to_wide.convert("\xE3"), to_wide.convert("\x81\x82"), to_wide.finish
source = +"a\u3042b"
target = +""
p to_latin.primitive_convert(source, target), source, target, to_latin.primitive_errinfo, to_latin.last_error.class
p to_latin.primitive_convert(source, target), source, target
["a\xffb", "a\xE3b", "a\xE3"].each do |text|
  other = Encoding::Converter.new("UTF-8", "ISO-8859-1")
  p other.primitive_convert(text.dup, target), other.primitive_errinfo
end
strict = Encoding::Converter.new("UTF-8", "ISO-8859-1")
begin
  strict.convert("\u3042")
rescue Encoding::UndefinedConversionError => e
  p e.message, strict.last_error.message
end
marked = Encoding::Converter.new("UTF-8", "US-ASCII", undef: :replace)
marked.replacement = "!"
p marked.convert("é"), Encoding::Converter.new("", "", universal_newline: true).convert("a\r\nb\rc")
p Encoding::Converter.search_convpath("ISO-8859-1", "UTF-8"), Encoding::Converter.asciicompat_encoding("UTF-16BE")
[["UTF-8", "zork"], ["UTF-8", "UTF-8"]].each do |names|
  Encoding::Converter.new(*names)
rescue Encoding::ConverterNotFoundError => e
  puts e.message
end
