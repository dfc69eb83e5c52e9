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

# == Invalid texts
# What is no character of its encoding is refused where characters are asked for.
def told
  p yield
rescue ArgumentError => e
  puts e.message
end
[+"a\xffb", +"\xE3\x81", +"é\xE9 b"].each do |text|
  %i[upcase downcase capitalize swapcase upcase! swapcase! squeeze split].each { |name| told { text.send(name) } }
  told { text.upcase(:ascii) }
  told { text.casecmp?("A") }
  told { "A".casecmp?(text) }
  told { text.casecmp("A") }
  ["a", "é", "^a", "a-z"].each do |set|
    told { text.count(set) }
    told { text.delete(set) }
    told { text.squeeze(set) }
    told { text.tr(set, "b") }
    told { text.tr_s(set, "b") }
  end
  told { "ab".count(text) }
  told { "ab".tr("a", text) }
  ["x", " ", "", nil, text].each { |by| told { text.split(by) } }
  told { "ab".split(text) }
  told { text.split("x", 1) }
  told { [text.to_r, text.to_c, text.oct, text.hex, text.to_i] }
end
told { "\xE9".dup.force_encoding("US-ASCII").count("a") }
told { "\xE9a\xE9".b.tr("a", "\xFF".b) }

# == Sets of characters
def told
  p yield
rescue ArgumentError, EncodingError => e
  puts e.message
end
texts = ["hello", "héllo wörld", "日本語日本", "^a-\\z--", "\u{1F600}\u{1F601}a", "aaéé\u0301", ""]
sets = ["a-y", "é", "^é", "a-", "-a", "^", "^^", "", "\\-a", "a\\-z", "\\^a", "\\\\", "é-ü", "\u3040-\u9fff", "\u{1F600}-\u{1F610}", "\ud7ff-\ue000", "ll", "^a-y"]
texts.each do |text|
  p sets.map { |set| [text.count(set), text.delete(set), text.squeeze(set)] }
  p sets.map { |set| [text.tr(set, "b-z"), text.tr(set, "")] }
  p sets.reject { |set| set.start_with?("^") }.map { |set| [text.tr(set, "é-ü"), text.tr_s(set, "*")] }
  p text.count("a-z", "^l"), text.delete("a-zé", "^h"), text.squeeze("a-z", "l-o"), text.squeeze
end
p "日日本".delete("日", "^本"), "aé".count("é", "a"), "abab".tr("aa", "xy"), "éaéb".tr("ééa", "xyz"), "abcdé".tr("b-dé-ü", "1-9"), "ééll".tr_s("él", "x")
told { "a".count("z-a") }
told { "a".delete("ü-é") }
told { "".delete }
told { "a".delete }
told { "a".count }
told { "é".delete("\xff".b) }
told { "é".encode("UTF-16LE").delete("é") }
told { "aé".encode("UTF-16LE").tr("é".encode("UTF-16LE"), "日".encode("UTF-16LE")) }
p "ab".tr("a", "é").encoding, "ab".b.tr("a", "\xff".b), "h\xE9llo".dup.force_encoding("ISO-8859-1").tr("\xE0-\xEF".dup.force_encoding("ISO-8859-1"), "e"), "ab".delete("é".encode("ISO-8859-1")).encoding
text = +"héllo"
p text.tr!("x", "y"), text.tr!("é", "e"), text.tr!("e", "e"), text.tr_s!("l", "r"), text.delete!("o"), text.delete!("o"), text.squeeze!("h"), text
p ["".freeze.tr!("a", "b"), "".freeze.delete!("a")], [(-> { "a".freeze.tr!("a", "b") }), (-> { "a".freeze.delete!("b") }), (-> { "".freeze.squeeze! })].map { |call| call.call rescue $!.class }
p Class.new(String).new("aéa").then { |own| [own.tr("a", "b"), own.delete("é"), own.squeeze, own.tr("x", "y")].map(&:class) }
many = (0x3041..0x3093).each_slice(2).map { |codes| codes.pack("U*") }.join
p many.tr(many.chars.sort_by(&:hash).join, "x").count("x"), many.tr("#{many}ぁ-ん", "#{"a" * many.size}b").squeeze

# == One encoding to another
texts = ["w", "é", "日本 x", "\u{1F600}!", "\uFEFFa", "", "a\u0301"]
wide = %w[UTF-16LE UTF-16BE UTF-32LE UTF-32BE UTF-16 UTF-32]
texts.each { |text| wide.each { |name| p text.encode(name).bytes, text.encode(name).encode("UTF-8") == text, text.encode(name).encoding } }
p wide.first(4).flat_map { |from| wide.first(4).map { |to| "é\u{1F600}".encode(from).encode(to).b } }.uniq.size
p "é".encode("iso-8859-1").bytes, "é€".encode("Windows-1252").bytes, "Ж".encode("KOI8-R").encode("Windows-1251").bytes, "\xE9".encode("UTF-8", "ISO-8859-1"), "\xE9\x00".encode("UTF-8", "UTF-16LE"), "abc".encode("ISO-8859-5").encoding, "abc".b.encode("UTF-8").encoding
p "aé日".encode("US-ASCII", undef: :replace), "aé日".encode("ISO-8859-1", undef: :replace, replace: "*"), "a\xffb".encode("UTF-8", invalid: :replace), "a\xff\xE3\x81b".encode("UTF-16LE", invalid: :replace, replace: "?").encode("UTF-8"), "a\xffé".encode("US-ASCII", invalid: :replace, undef: :replace), "\xE9a".b.encode("UTF-8", undef: :replace), "a\xD8".dup.force_encoding("UTF-16LE").encode("UTF-8", invalid: :replace)
["a\xffb".then { |text| -> { text.encode("UTF-16LE") } }, -> { "é".encode("US-ASCII") }, -> { "\xE9".b.encode("UTF-8") }, -> { "a".encode("nope") }, -> { "a\xff".encode("ISO-8859-1", undef: :replace) }].each { |call| p((call.call rescue [$!.class, $!.message])) }
text = "é".encode("UTF-16LE")
p text.size, text.dup.size, text.clone.size, text.class, text.is_a?(String), text.instance_of?(String), text + text, text.dup << "b".encode("UTF-16LE"), text.upcase.encode("UTF-8"), text.dup.force_encoding("BINARY").size, text.dup.force_encoding("BINARY").force_encoding("UTF-16LE").size, text.frozen?
def text.own = size
p text.own, "é".encode("UTF-16LE").respond_to?(:own), Marshal.load(Marshal.dump("é".encode("UTF-16LE"))) == "é".encode("UTF-16LE")
p "aé".scrub.equal?("aé"), "a\xff".scrub, "aé".scrub { raise }, "a".force_encoding("ASCII").encoding, "é".dup.force_encoding(Encoding::ISO_8859_1).size

# == What follows a text
# Needs Ruby 3.4: steps of zero in ranges of texts
p %w[a z az Zz zZ9 a9 Zz9 99 é aé ÿ zé日 a-9 1.9 -9 <<koalas>> 1.9.9 *** Я я Ω ａ z日 aÿ9 ß !! ٩].map(&:succ)
p ["\x7f", "\u{10ffff}", "\u{ffff}!", "\u{d7ff}", "\xff", "a\xff", "\xffz", "\xE3\x81"].map { |text| text.succ.bytes }, ["\xff", "a\xff", "\xff\xff", "z"].map { |text| text.b.succ }
p ("a".."e").to_a, ("a"..."e").to_a, ("08".."11").to_a, ("9".."11").to_a, ("25".."5").to_a, ("a".."é").to_a.size, ("あ".."お").to_a, ("az".."bc").to_a, ("a".."zz").count, ("y".."ab").to_a, ("18446744073709551610".."18446744073709551620").to_a.last
p ("a".."e").include?("c"), ("a".."e").include?("cc"), ("a".."zz").include?("bb"), ("a".."e") === "cc", ("a".."e").include?(nil), ("a".."e").include?(1), ("1".."10").include?("5"), ("a"..."e").include?("e"), ("あ".."お").include?("う")
p ("a".."e").step(2).to_a, ("a"..).first(3), ("08"..).first(4), ("a".."e").each_slice(2).to_a, (:a..:e).to_a, (:a..:e).step(2).to_a, ("a".."e").each { |text| break text if text == "c" }, ("a".."c").each { }, "a".upto("c") { }
p "1".upto("3").map(&:encoding), "a".b.upto("c").map(&:encoding), Class.new(String).new("a").upto("b").map(&:class), "a".upto("e", true).to_a
got = []
("a".."d").each { |text| got << text.dup; text << "z" }
p got, (("a".."c").step(0) { } rescue $!.message), ("a".upto(nil) { } rescue $!.message)
p "é".encode("UTF-16LE").upto("ê".encode("UTF-16LE")).map { |text| text.encode("UTF-8") }
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

# == Ranges of wide texts
%w[UTF-16LE UTF-16BE UTF-32LE UTF-32BE].each do |name|
  range = ("\u00e9".encode(name).."\u00ec".encode(name))
  p range.map(&:length), range.to_a.map { |text| text.encode("UTF-8") }, range.first(2).map(&:encoding)
  p "a".encode(name).upto("e".encode(name)).map { |text| text.encode("UTF-8") }
end
