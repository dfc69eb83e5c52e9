# Where strings end: slices that stand in longer text, long numbers, positions from the end, what is frozen.
def row(name)
  puts "#{name}: #{yield.inspect}"
rescue StandardError => e
  puts "#{name}: #{e.class}: #{e.message}"
end

long = "x" * 100
row("casecmp") { [long.casecmp(long.byteslice(0, 50)), long.byteslice(0, 50).casecmp(long), "é".casecmp("z"), "z".casecmp("é"), "A_".casecmp("ab"), "É".casecmp("é")] }
row("lines of a slice") { slice = ("a" * 50 + "\n").byteslice(0, 50); [slice.lines == [slice], slice.each_line.to_a == [slice]] }

spaces = " " * 40
row("digits behind a slice") { [Integer((spaces + "0x10")[0, 41]), Integer((spaces + "0x10")[0, 41], 16), (spaces + "0b1")[0, 41].to_i(2), (spaces + "-5")[0, 41].to_i, (spaces + "0o7")[0, 41].oct, (spaces + "0d7")[0, 41].to_i(10)] }
["0x10", "-5", "+5"].each { |digits| row("no digits before #{digits}") { Integer((spaces + digits)[0, 40]) } }
row("a sign before digits") { Integer((spaces + "-5")[0, 41]) }
row("a point behind a slice") { [(spaces + "1.5")[0, 41].to_f, Float((spaces + "12.5")[0, 42])] }
row("a message about a slice") { Float((spaces + "1xyz")[0, 42]) }

row("long floats") { [("0" * 90 + "1.5").to_f, ("1" * 100).to_f, Float("1" * 100), ("0" * 100).to_f, ("0" * 90 + "_1").to_f, ("5" * 400).to_f, Float("0" * 200 + "7"), ("1" + "0" * 100 + "e-100").to_f] }
row("floats of hexadecimal digits") { [Float("0xffffffffffffffffffff"), Float("0x10"), Float("0x" + "f" * 40), Float("0x7fffffffffffffff")] }
row("underscores") { [Float("1_000.5"), "1__0".to_f, "1_000".to_f, (Float("1__0") rescue "none"), (Float("_1") rescue "none")] }

row("rindex from the end") { ["añc".rindex("a", -3), "añc".rindex("a", -4), "añc".rindex("ñ", -1), "añc".rindex("", -3), "añc".rindex("c", 99), "ñ".rindex("ñ", -1), "".rindex("", -1), "é".rindex("", -5), "ñañ".rindex("ñ", -2)] }
row("index from the end") { ["añc".index("a", -3), "añc".index("a", -4), "aé".index("é", -1), "aé".index("", 9), "aé".index("", 2)] }
row("assigned past the end") { %w[abc aéc].map { |text| copy = text.dup; copy[1, 2**63 - 1] = "x"; copy } }
row("assigned by itself") { text = +"abc"; text["b"] = text; text[/c/] = text; text[0, 1] = text; text }
row("joined to itself") { [(text = +"a").concat(text, text), (text = +"ab").prepend(text, text), (text = +"ab") << text << text] }
row("split into one") { text = +"a,b"; parts = text.split(",", 1) + text.split(/,/, 1); parts.each { |part| part << "x" }; [text, parts] }

frozen = "ab".freeze
changes = {
  "<<" => -> { frozen << "" }, "concat" => -> { frozen.concat }, "concat of nothing" => -> { frozen.concat("") },
  "prepend" => -> { frozen.prepend }, "insert" => -> { frozen.insert(0, "") }, "reverse!" => -> { "a".freeze.reverse! },
  "clear" => -> { "".freeze.clear }, "replace" => -> { "".freeze.replace("") }, "slice!" => -> { frozen.slice!(5) },
  "delete_prefix!" => -> { frozen.delete_prefix!("x") }, "squeeze!" => -> { frozen.squeeze! }, "tr!" => -> { frozen.tr!("x", "y") },
  "chop!" => -> { "".freeze.chop! }, "lstrip!" => -> { frozen.lstrip! }, "succ!" => -> { "".freeze.succ! }, "upcase!" => -> { "A".freeze.upcase! }
}
changes.each { |name, change| row("frozen, #{name}") { change.call } }

["o-l", "z-a", "b-a-c"].each do |set|
  row("tr #{set}") { "hello".tr(set, "x") }
  row("tr to #{set}") { "hello".tr("l", set) }
  row("delete #{set}") { "hello".delete(set) }
  row("squeeze #{set}") { "hello".squeeze(set) }
  row("count #{set}") { "hello".count(set) }
end
