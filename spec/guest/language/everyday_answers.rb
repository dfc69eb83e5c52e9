# What everyday code asks of text, ranges, arrays and errors, and where mruby answers otherwise.
module Outer; end; p Outer.const_defined?(:String), Outer.const_get(:String)
p (0.0..10.0).bsearch { |x| x * x >= 2 }.round(6), (0..100).bsearch { |x| x >= 37 }, [1,3,5,7].bsearch { |x| x >= 4 }, (0.0..1.0).bsearch { |x| x >= 2 }
begin; 1 + nil; rescue => e; p e.message; end
begin; 1 + "a"; rescue => e; p e.message; end
begin; "a" + 1; rescue => e; p e.message; end
begin; [1] + nil; rescue => e; p e.message; end
begin; Integer("abc"); rescue => e; p e.message; end
begin; Float("abc"); rescue => e; p e.message; end
begin; {a: 1}.fetch(:b); rescue => e; p e.message; end
begin; [1].fetch(9); rescue => e; p e.message; end
begin; :a <=> 1; [3, "a"].sort; rescue => e; p e.message; end
begin; 1 / 0; rescue => e; p e.message; end
begin; Comparable.instance_method(:zork); rescue => e; p e.class; end
p [3,1,2].sort { |a, b| b <=> a }, [0.1]*3 == [0.1,0.1,0.1], [1,2,3].each_cons(2).to_a, [1,2,3,4].each_slice(3).map(&:sum)
p "%05.1f|%-8s|%+d|%x|%e" % [3.14159, "ab", 5, 255, 12345.678], "%s and %p" % ["a", "a"], "%-10s|" % "é", "%3d%%" % 5, "%08b" % 37, "%.3s" % "abcdef", "%c" % 65, "%%"
p "abc".each_char.with_index.map { |c, i| c * i }, "hello world".scan(/o/) { |m| print m }, "a,b;c".split(/[,;]/), "abc".tr('a-c', 'A-C'), "hello"[1..], "hello"[-3, 2], "x".center(5, "*"), "title case".split.map(&:capitalize).join(" ")
def kw(a, b = 2, *r, k: 1, **o); [a, b, r, k, o]; end
p kw(1), kw(1, 2, 3, k: 4, z: 5).first(4), kw({x: 1}).first.keys
h = Hash.new { |hash, key| hash[key] = key.to_s * 2 }
p h[:ab], h.size, h.dig(:ab), h.key("abab"), h.any? { |k, v| v == "abab" }, h.sum { |k, v| v.size }, h.min_by { |k, v| v }, h.sort_by { |k, v| v }.first, h.each_with_index.map { |(k, v), i| [k, v, i] }, h.partition { |k, v| v }.first, h.reduce(0) { |s, (k, v)| s + v.size }, h.find { |k, v| v }, h.each_slice(1).to_a, h.zip([1]), h.flat_map { |k, v| [k, v] }, h.group_by { |k, v| v.size }.to_a, h.filter_map { |k, v| v if k }, h.each_with_object([]) { |(k, v), acc| acc << k }, h.inject { |a, b| a }, h.sum { |pair| pair.size }, h.max_by(2) { |k, v| v }
