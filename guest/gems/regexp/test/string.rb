# String's methods that take a Regexp.
same "hello".gsub(/[el]/, "e" => "3", "l" => "1"), "h311o"
same "hello".gsub(/l/) { |l| l.upcase }, "heLLo"
same "john smith".gsub(/(\w+) (\w+)/, '\2 \1'), "smith john"
same "aaa".sub("a", "b"), "baa"
same "a1b22".scan(/[a-z]\d+/), %w[a1 b22]
same "a1b22".scan(/([a-z])(\d+)/), [%w[a 1], %w[b 22]]
same "a, b,c".split(/,\s*/), %w[a b c]
same "a1b".split(/(\d)/), %w[a 1 b]
same "abcabc".index(/c/, 3), 5
same "abcabc".rindex(/a/), 3
same "key=value"[/=(.*)/, 1], "value"
text = +"abc"
text[/b/] = "xx"
same text, "axxc"
same text.slice!(/x+/), "xx"
same text, "ac"
same "a-b-c".partition(/-/), ["a", "-", "b-c"]
same "a-b-c".rpartition(/-/), ["a-b", "-", "c"]
same "Abc".start_with?(/a/i), true
raises(TypeError, "wrong argument type Integer (expected Regexp)") { "a".gsub(1, "") }
