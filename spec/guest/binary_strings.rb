# Binary strings: what is made of them, found in them and cut out of them is binary, and what no string can be is an error.
require "stringio"

def show(value)
  case value
  when String then "#{value.inspect} #{value.encoding == Encoding::BINARY ? "binary" : "text"} #{value.length} #{value.valid_encoding?}"
  when Array then value.map { |element| show(element) }.join(" | ")
  else value.inspect
  end
end

def row(name)
  result = yield
  puts "#{name}: #{show(result)}"
rescue StandardError => e
  puts "#{name}: #{e.class}: #{e.message}"
end

bytes = "\xff\xfea\x80b".b.freeze
ascii = "abc".b.freeze
latin = ("long" * 10 + "\xe9").b.freeze
text = "h\u00e9llo".freeze
plain = "plain".freeze
strings = { bytes: bytes, ascii: ascii, latin: latin, text: text, plain: plain, nothing: "".freeze, no_bytes: "".b.freeze }

strings.each do |one, x|
  strings.each do |other, y|
    pair = "#{one} #{other}"
    row("#{pair} +") { x + y }
    row("#{pair} <<") { x.dup << y }
    row("#{pair} concat") { x.dup.concat(y, y) }
    row("#{pair} interpolated") { "#{x}#{y}" }
    row("#{pair} insert") { [x.dup.insert(0, y), x.dup.insert(-1, y)] }
    row("#{pair} prepend") { x.dup.prepend(y, y) }
    row("#{pair} replace") { x.dup.replace(y) }
    row("#{pair} [0, 0]=") { copy = x.dup; copy[0, 0] = y; copy }
    row("#{pair} [-1..]=") { copy = x.dup; copy[-1..] = y unless x.empty?; copy }
    row("#{pair} [/l/]=") { copy = x.dup; copy[/l/n] = y; copy } if x.include?("l")
    row("#{pair} join") { [[x, y].join, [x, x].join(y)] }
    row("#{pair} padded") { [x.center(60, y), x.ljust(60, y), x.rjust(60, y)] } unless y.empty?
    row("#{pair} sub") { x.sub("a", y) }
    row("#{pair} gsub") { [x.gsub("l", y), x.gsub(/l/n, y), x.gsub(/l/n, "l" => y), x.gsub(/l/n) { y }] }
    row("#{pair} tr") { x.tr("a", y) }
    row("#{pair} tr from") { x.tr(y, "z") } unless y.empty?
    row("#{pair} sets") { [x.delete(y), x.squeeze(y), x.count(y)] }
    row("#{pair} searched") { [x.index(y), x.rindex(y), x.include?(y), x[y], x.scan(y)] }
    row("#{pair} affixes") { [x.start_with?(y), x.end_with?(y), x.delete_prefix(y), x.delete_suffix(y), x.chomp(y)] }
    row("#{pair} divided") { [x.split(y), x.partition(y), x.rpartition(y)] }
    row("#{pair} slice!") { copy = x.dup; [copy.slice!(y), copy] }
    row("#{pair} compared") { [x == y, x.eql?(y), { x => 1 }[y], x <=> y, x.casecmp(y), x.casecmp?(y), [x] & [y], Encoding.compatible?(x, y).to_s] }
    row("#{pair} formatted") { ["%s-%s" % [x, y], format("%-9s|%9s|%.1s", x, y, x)] }
  end
end

strings.merge(spaces: " \t \xff \n".b, blank: (" " * 30).b, marks: "a\xc3\xa9b\xc3\xa9".b).each do |name, x|
  %i[dup clone +@ -@ b chars lines strip lstrip rstrip chop chomp chr reverse squeeze upcase swapcase each_char each_line split].each do |method|
    row("#{name}.#{method}") { result = x.dup.public_send(method); result.is_a?(String) ? result : result.to_a }
  end
  row("#{name} *") { [x * 3, x * 0] }
  row("#{name} []") { [x[0], x[-1], x[1, 2], x[1..], x[0, 0], x[99], x.byteslice(0, 2)] }
  row("#{name} cut") { copy = x.dup; [copy.slice!(0), copy, copy.slice!(0, 2), copy.slice!(0..), copy] }
  row("#{name} cut in place") { copy = x.dup; [copy.chop!, copy.squeeze!, copy.reverse!, copy.strip!, copy.clear, copy] }
  row("#{name} padded") { [x.center(60), x.ljust(60), x.rjust(60)] }
  row("#{name} divided") { [x.split("a"), x.split(""), x.split(/a/n), x.split(","), x.split(",", 1), x.partition("q"), x.rpartition(/q/n), x.partition("")] }
  row("#{name} sets") { [x.tr("a-c", ""), x.tr("^a", "*"), x.tr_s("l", "r"), x.delete("^a"), x.count("a-l")] }
  row("#{name} from the end") { [x.rindex("a"), x.rindex("b", -1), x.rindex("", 1), x.rindex("a", -5), x.rindex(x[0].to_s, -x.length)] }
  row("#{name} built") { [String.new(x), "#{x}", "%s" % x, [x, x].inject(:+), [x, x].sum("".b)] }
  row("#{name} taken apart") { [x.unpack("a2A2"), x.unpack("Z*"), x.unpack1("a*"), [x].pack("m").unpack1("m"), [x].pack("u").unpack1("u"), [x].pack("M").unpack1("M")] }
end

row("bytes from the end") { [bytes.rindex("\x80".b), bytes.rindex("\xfe".b, -2), bytes.index("\x80".b, -3), "a\x80b".b.rindex("\x80".b)] }
row("sets of bytes") { [bytes.tr("\x80-\xff".b, "?"), bytes.count("\x80-\xff".b), bytes.delete("^\x80-\xff".b), "\xff\xffab".b.squeeze, "\x01\x02".b.tr("\x00-\x01".b, "a-b")] }
row("codes") { [200.chr, 65.chr, 65.chr("BINARY"), "".b << 200, "ab".b << 65, +"" << 200, "a" + 200.chr, "".b << 0x3042] }
row("new") { [String.new, String.new(""), String.new(capacity: 9), String.new << "abc", String.new << text, String.new << bytes, String.new("a", encoding: "BINARY")] }
row("what a string has none of") { ["\u00e9\xa9".index("\xa9"), "\u00e9".include?("\xa9"), "\u00e9\xa9".rindex("\xa9"), "\u00e9"["\xc3"]] }
row("replaced by what it means") { [latin.gsub("\xe9".b, "\u00e9"), latin.sub("\xe9".b, "\u00e9"), "caf\xe9".b.gsub(/\xe9/n, "e")] }
row("a message") { begin; raise "x" + bytes; rescue StandardError => e; e.message; end }
row("a range") { ("\xf0".b.."\xf3".b).to_a }
row("as keys") { { "\u00e9" => 1, "\u00e9".b => 2 }.size }
row("told apart") { [["\u00e9", "\u00e9".b].uniq.size, ["\u00e9"] - ["\u00e9".b], ("\u00e9".b === "\u00e9")] }
row("a stream") { stream = StringIO.new(+"ab"); [stream.read(1), stream.read(1), stream.read(1), stream.read] }
row("a stream of bytes") { stream = StringIO.new(bytes.dup); [stream.read(2), stream.getc, stream.gets, stream.read] }
row("bytes written to a stream of text") { stream = StringIO.new; stream << text << bytes; stream.write(text, bytes); stream.pos = 1; stream.write(bytes); stream.string.bytes.sum }
$stdout.print("\u00e9", "ok".b, "\n")
