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
