s = "The quick brown fox jumps over the lazy dog"
t = "lazy"
u = "naïve café über 日本語 text"
n = " 12 \n"
long = s * 20
csv = "id,name,price,quantity\n"
snake = "user_account_name"

s.size
s.dup
s + t
s * 3
s == t
s <=> t
s.eql?(t)
s.hash
s[0]
s[-1]
s[4, 5]
s[4..8]
s["fox"]
s[/q\w+/]
u[3]
u[-1]
u[2, 6]
u.size
u.reverse
u.chars
u.upcase
u.index("日")
s.upcase
s.downcase
s.capitalize
s.swapcase
s.reverse
s.include?(t)
s.start_with?("The")
s.end_with?("dog")
s.index("fox")
s.rindex("o")
s.count("o")
s.count("a-m")
s.delete("o")
s.squeeze
s.tr("a-y", "b-z")
s.tr("o", "0")
n.strip
n.lstrip
n.chomp
s.chop
s.chars
s.bytes
s.lines
s.each_char.to_a
s.each_line.to_a
s.split
csv.split(",")
s.split("")
s.split(/o/)
s.sub("fox", "cat")
s.gsub("o", "0")
s.gsub(/o/, "0")
s.gsub(/[aeiou]/) { |v| v.upcase }
s.gsub(/[aeiou]/, "a" => "1")
s.scan(/\w+/)
s.scan(/o/) { |x| x }
s =~ /fox/
s.match(/(\w+) fox/)
s.match?(/fox/)
s.match(/(?<w>\w+) fox/)[:w]
s.partition(" ")
s.rpartition(" ")
s.center(60)
s.ljust(60, ".")
s.rjust(60)
s.succ
"az".succ
s.ord
s.sum
"ff".hex
"12".to_i
"12.5".to_f
"1011".to_i(2)
"12".to_r
t.to_sym
s.inspect
s.dump
s.casecmp(t)
s.casecmp?(t)
s.dup.insert(4, "very ")
s.slice(4, 5)
s.empty?
s.unpack("C*")
s.unpack1("H*")
s.unpack("a3a3")
s.unicode_normalize
s.encoding
s.valid_encoding?
s.ascii_only?
s.encode("UTF-16LE")
s.b
s.byteslice(3, 5)
s.getbyte(3)
s.delete_prefix("The ")
s.delete_suffix("dog")
snake.split("_").map(&:capitalize).join
snake.gsub(/_(\w)/) { $1.upcase }
"a".upto("e").to_a
"%05.2f|%-10s|%x" % [3.14159, "abc", 255]
format("%d items at %s", 3, "4.50")
format("%08b", 37)
format("%<a>d", a: 1)
format("%.3e", 12345.678)
"#{s} and #{t}"
long.gsub(/\s+/, " ")
long.split(" ")
long.tr("a-z", "A-Z")
long.each_char { |x| x }
long.scan(/\w+/).tally
