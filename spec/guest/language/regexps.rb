# Matching, groups, the variables of the last match, case and conditions.
text = "2024-05-17 ERROR [db] connection lost after 30.5s (retry=3)"
if text =~ /(\d+)-(\d+)-(\d+) (\w+)/
  p $~[0], $1, $2, $3, $4, $5, $`, $', $+
end
p text =~ /nothing/, $~, $1
m = text.match(/(?<year>\d+)-(?<month>\d+).*\[(?<part>\w+)\]/)
p m[:year], m["month"], m[:part], m.names, m.captures, m.named_captures.to_a, m.begin(0), m.end(:part), m.offset(:year)
p m.pre_match, m.post_match, m.size, m.values_at(0, 1, -1), m.to_a, m.string.frozen?, m.regexp, m
p m == text.match(m.regexp), m.to_s == m[0], m[1..], m[0, 2], m[9]
if /(?<hours>\d+):(?<minutes>\d+)/ =~ "at 12:45 sharp"
  p hours, minutes
end
p(/(?<hours>\d+):(?<minutes>\d+)/ =~ "never")
p hours, minutes
kind = lambda do |line|
  case line
  when /\A\s*#/ then "comment"
  when /\A(\w+)\s*=\s*(.*)\z/ then "set #{$1} to #{$2}"
  when /^$/ then "empty"
  else "other"
  end
end
p ["# hi", "name = Ann Lee", "", "???"].map(&kind)
p(/a/ === "cat", /a/ === :cat, /a/ === nil, /a/ === 5, "cat" !~ /a/, nil =~ /a/, :cat =~ /t/, "cat".match?(/A/i))
def clobber = "zzz" =~ /z+/
"abc" =~ /b/
clobber
p $&
[1].each { "inner" =~ /n+/ }
p $&
p "foo bar".match(/o+/) { |found| found[0].upcase }, "foo".match(/x/) { 1 }
p "xyx".match(/x/, 1).begin(0), "xyx".match(/x/, -1).begin(0), "xyx".match(/x/, 9), "xyx".match?(/y/, 2)
p(/(a)?(b)?/.match("b").to_a, /(?:(x)|(y))+/.match("xy").captures, /(?<d>.)(?<d>.)/.match("ab")[:d])
p(/(?i)HELLO/ =~ "oh hello", /a.c/m =~ "a\nc", /a b # spaces do not count
  c/x =~ "abc", /\Aline\Z/ =~ "line\n", /^b$/ =~ "a\nb\nc")
p "foobar"[/o+/], "foobar"[/(f)(o)/, 2], "foobar"[/(?<tail>b.*)/, "tail"], "foobar"[/(?<tail>b.*)/, :tail], "foobar"[/z/]
p "aaa"[/a{2}/], "aaa"[/a+?/], "aab"[/a++b/], "foo.bar"[/(?<=\.)\w+/], "foo.bar"[/\w+(?=\.)/], "price: 42"[/\d+(?!\.)/], "ab12"[/(?<!\d)\d/]
p "((a)(b(c)))"[/\((?:[^()]|\g<0>)*\)/], "<b>x</b>"[%r{<(\w+)>.*?</\1>}], "aXbXc"[/(?>a.*)X/], "abcabc"[/(?<q>abc)\k<q>/]
p "key: value"[/(?<k>\w+): \K\w+/], "/* c */ x"[%r{/\*(?~\*/)\*/}], "ab"[/(a)?(?(1)b|c)/], "\r\nx"[/\R/].bytes
p Regexp.escape("a.b*c [d]\n-{1}"), Regexp.union("a.b", /c\d/i, "e|f"), Regexp.union, Regexp.union(%w[x y]), Regexp.union(/only/)
p Regexp.new("a+", Regexp::IGNORECASE | Regexp::EXTENDED), Regexp.new(/x/m), Regexp.new("a/b").source, Regexp.new("a/b"), %r{a/b}
p(/a/mix.to_s, /a/.to_s, /(?i:a)/.to_s, /#{/b/i}c/, /x#{1 + 1}y/ =~ "ax2y", /a/ == /a/, /a/ == /a/i, /a/.eql?(/a/), /a/.hash == /a/.hash)
p(/(?<one>.)(?<two>.)(?<one>.)/.names, /(?<one>.)(?<two>.)(?<one>.)/.named_captures.to_a, /a/i.casefold?, /a/.casefold?, /a/mx.options)
"last one" =~ /(o)(n)/
p Regexp.last_match, Regexp.last_match(1), Regexp.last_match(2), Regexp.last_match(0)
p Regexp.try_convert(/a/), Regexp.try_convert("a")
p %w[apple banana cherry].grep(/an/), %w[apple banana cherry].grep_v(/an/), %w[a1 b2 c].grep(/(\w)(\d)/) { "#{$2}#{$1}" }
p %w[a1 b2].all?(/\d/), %w[a b2].any?(/\d/), %w[a b].none?(/\d/), %w[a b2].one?(/\d/), %w[x a1 b2].slice_when { |_, b| b =~ /\d/ }.to_a
["[", "(", "a)", "*a", "a{2,1}", "(?<n>a)\\k<x>", "\\p{Nope}", "(?<1>a)", "[z-a]"].each do |source|
  Regexp.new(source)
  puts "#{source} compiles"
rescue RegexpError => e
  puts e.message
end
[-> { "a" =~ "a" }, -> { /a/.match }, -> { Regexp.new(3) }, -> { "abc".match(/b/)[:x] }, -> { "abc".match(/b/).begin(2) }].each do |attempt|
  attempt.call
rescue ArgumentError, IndexError, TypeError => e
  puts "#{e.class}: #{e.message}"
end
