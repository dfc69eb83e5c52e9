text = +""
1_500.times do |i|
  text << "line #{i}: " << (i * 7).to_s << ", " << "x" * (i % 10) << "\n"
end
words = text.split("\n").map { |line| line.upcase.sub("LINE", "row").reverse }
joined = words.select { |word| word.size.even? }.join(";")
[text.size, joined.size, joined.index("99"), joined[100, 20]]
