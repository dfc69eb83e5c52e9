def a
  [1, 2
end

puts )
