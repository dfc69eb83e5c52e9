# Ruby 4.0, in this page. There is no server: the interpreter is
# WebAssembly and starts anew for each run.

puts "Hello from Ruby #{RUBY_VERSION}"

squares = (1..5).to_h { |n| [n, n * n] }
squares.each { |n, square| puts "#{n} × #{n} = #{square}" }

# The value of the last expression is the result.
{ sum: squares.values.sum, words: %w[kiwi fig].sort, third: 1r / 3 }
