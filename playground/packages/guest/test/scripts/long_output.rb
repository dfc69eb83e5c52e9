40_000.times { |n| puts "line #{n} of many, many lines" }
puts "the end"
