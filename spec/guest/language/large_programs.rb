# == Jumps that lead far
rows = ->(count) { "$count += 1\n" * count }
$count = 0
eval("if $count == 0\n#{rows[20_000]}else\n#{rows[20_000]}end")
p $count
p eval("i = 0\nwhile (i += 1) < 3\n#{rows[20_000]}end\ni")
p $count
p eval("begin\n#{rows[20_000]}raise 'x'\nrescue => e\n#{rows[20_000]}e.message\nensure\n#{rows[20_000]}end")
p $count
p eval("[1, 2, 3].each do |x|\nbegin\n#{rows[20_000]}next if x < 2\nbreak x\nensure\n#{rows[10_000]}end\nend")
p $count

# == Tables of data
table = (0...5_000).map { |i| "[#{i}, \"row #{i}\", :s#{i % 7}, #{i}.5, nil]" }
all = eval("[#{table.join(",\n")}]")
p all.size, all[0], all[2_500], all.last
pairs = (0...5_000).map { |i| "\"key #{i}\" => { n: #{i} }" }
all = eval("{#{pairs.join(",\n")}}")
p all.size, all["key 0"][:n], all["key 4999"][:n]
words = eval("%w[#{(0...9_000).map { |i| "w#{i}" }.join(" ")}]")
p words.size, words.last

# == Long strings
text = eval("\"#{"añb" * 50_000}\"")
p text.size, text.bytesize, text[-3..], text == "añb" * 50_000

# == Many parameters
[31, 32, 33, 60, 255].each do |count|
  names = (1..count).map { |i| "p#{i}" }
  list = names.join(", ")
  eval("def required(#{list}) = [#{list}]")
  p required(*1..count).sum
  p((required(*2..count) rescue $!.message))
  eval("def optional(first, #{names.map { |name| "#{name} = 7" }.join(", ")}, *rest) = [first, #{list}, rest]")
  p optional(1).flatten.sum, optional(*0..count).flatten.sum, optional(*0..count + 5).last
  eval("def after(*rest, #{list}) = [rest, #{list}]")
  p after(*1..count + 2).first, after(*1..count).last
  p eval("proc { |#{list}| [#{list}] }").call((1..count - 1).to_a).compact.sum
  p eval("proc { |#{list}| [#{list}] }").call(1, 2).compact
  p eval("lambda { |#{list}, k: 3, &b| [#{list}, k, b.call] }").call(*1..count, k: 4) { 5 }.last(2)
end

# == Many locals
source = (0...4_000).map { |i| "v#{i} = #{i}\n" }.join
p eval("#{source}add = -> { v3999 += v0 + v1 }\nadd.call\n[v3999, v2000, v0].sum")
p eval("def many\n#{source}[1, 2].each { |x| v3500 = x }\nv3500\nend\nmany")
