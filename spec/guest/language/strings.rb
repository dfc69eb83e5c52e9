# == Methods
s = "The quick brown fox"
puts s.length, s.upcase, s.downcase, s.swapcase, s.capitalize, s.reverse
puts s.index("quick"), s.rindex("o"), s.index("zebra").inspect, s.include?("fox"), s.start_with?("The"), s.end_with?("fox", "dog")
puts s.split.inspect, s.split("").first(3).inspect, "a,b,,c,,".split(",").inspect, "a,b,c".split(",", 2).inspect, "a,b,,".split(",", -1).inspect
puts s.sub("quick", "slow"), s.gsub("o", "0"), s.gsub("o") { |m| m.upcase }, s.tr("a-y", "b-z"), s.delete("aeiou"), s.squeeze, "aaabbb".squeeze("a")
puts s.count("lo"), s.count("a-m", "^h"), s.chars.tally.max_by { |_, n| n }.inspect
puts s[4..8], s[-3..], s[0], s[4, 5], s.slice(0, 3), s[100].inspect, s["brown"]
puts "  padded\t\n".strip.inspect, "xxhixx".delete_prefix("xx").delete_suffix("xx"), "line\n".chomp, "hello".chomp("lo"), "hello".chop, "  a".lstrip + "b  ".rstrip
puts "ab" * 3, "a" + "b", "abc" <=> "abd", "a" == "a", "a".eql?("a"), "a".equal?("a"), "abc".casecmp("ABC"), "abc".casecmp?("ABC")
puts "az".succ, "zz".next, "a9".succ, "Zz".succ, "1.9".succ, ("a".."e").to_a.join, "a".upto("e").to_a.inspect, "08".upto("11").to_a.inspect
puts "hello world".each_char.select { |c| "aeiou".include?(c) }.join, "hello".each_char.with_index.map { |c, i| c * i }.join("-")
puts "%s is %d years and %.1f%%" % ["Ann", 30, 99.5], "abc".ord, 97.chr, "abc".bytes.inspect, "abc".sum, "abc".hex, "0x1f".hex, "777".oct
puts "line one\nline two".lines.inspect, "a\nb\nc".each_line.map(&:chomp).inspect, "one two".partition(" ").inspect, "a.b.c".rpartition(".").inspect
puts "hello".insert(2, "XX"), "hello".prepend(">> "), "abc".replace("xyz"), "hello".slice(1..3), "title case here".split.map(&:capitalize).join(" ")
t = +"mutable"
t[0] = "M"
t[-3..] = "BLE"
t << "!" << 33
t.concat("?", "!")
puts t, t.slice!(0, 3), t, t.upcase!.inspect, t.upcase!.inspect, t.clear.empty?
puts "12abc".to_i, "3.7xyz".to_f, "abc".to_i, "0b11".to_i(0), "1e3".to_f, "1_000".to_i, "  42 ".to_i, "-5".to_i.abs, "12".rjust(5, "0"), "z".ord
puts "hello world foo".center(25, "*"), "ab".ljust(5, "12") + "|", "snake_case_word".split("_").each_with_index.map { |w, i| i.zero? ? w : w.capitalize }.join
puts "CamelCaseWord".each_char.map { |c| c == c.upcase ? "_#{c.downcase}" : c }.join.delete_prefix("_")
puts "abc".unpack("C*").inspect, [65, 66].pack("C*"), [1, 2].pack("s*").bytes.inspect, ["abc"].pack("m").chomp, "YWJj".unpack1("m"), [1].pack("N").bytes.inspect
puts "ünïcödé".length, "ünïcödé".bytesize, "ünïcödé".reverse, "日本語".chars.inspect, "日本語"[1], "日本語".each_char.to_a.size, "é".bytes.inspect, "aé".byteslice(0, 1), "日本".codepoints.inspect
puts "abc".between?("abb", "abd"), "a".ord.chr == "a", "abc".hash == "abc".hash, "abc".to_sym.inspect, "with space".to_sym.inspect

# == Building
# Building strings: <<, heredocs, join, interpolation, inserts, encodings of quotes.
buffer = +""
buffer << "one" << ", " << "two" << 33
puts buffer, buffer.size
report = [].tap { |l| l << "head" << "-" * 4; 2.times { |i| l << "row #{i}" } }.join("\n")
puts report
name = "World"
puts "Hello, #{name}! #{"nested #{1 + 1} levels #{"deep"}"}", 'single #{not} \n', "tab\tquote\"slash\\"
puts "multi
line", "con" "cat" 'enated', "a" \
  "b"
puts <<~TEXT
  Dear #{name},
    indented #{[1, 2].map { |x| x * 2 }.join("-")}
  \tescaped

  bye
TEXT
puts <<-'RAW', <<~UP.upcase
    raw #{name}
    RAW
  loud
  quiet
UP
puts [<<~A, <<~B].map(&:chomp).inspect
  first
A
  second
B
puts %q(it's (nested) "fine"), %Q[#{name}'s], %w[a b#{1}].inspect, %W[a b#{1}].inspect, %i[x y].inspect, %(plain)
puts "abc".insert(1, "-").insert(-1, "!"), "abc".prepend(">> "), "%s-%s" % %w[l r], "=" * 5 + ">"
puts "path/to/file.rb".then { |p| [p.split("/").last, p.rpartition("/").first, p[/\w+/] || "x"] rescue ["file.rb", "path/to", "path"] }.first(2).inspect
s = "mutable".dup
s[0] = "M"
s[-3..] = "BLE"
s[1, 2] = "UT"
puts s, s.replace("new"), s.clear.empty?, s.frozen?
words = "the quick brown fox".split
puts words.map.with_index { |w, i| i.even? ? w.upcase : w }.join(" "), words.map(&:capitalize).join, words.map { _1[0] }.join(".")
puts "snake_case_name".split("_").each_with_index.map { |w, i| i.zero? ? w : w.capitalize }.join
puts "CamelCaseName".each_char.with_index.map { |c, i| c == c.upcase && i > 0 ? "_#{c.downcase}" : c.downcase }.join
puts "title".center(15, "*"), "ab".ljust(4, "12345") + "|", "é".ljust(3, "-"), "日本".center(8, "*")
puts "line one\nline two".each_line.map.with_index(1) { |l, i| "#{i}: #{l}" }.join, "\n".inspect, "\e[0m".inspect
