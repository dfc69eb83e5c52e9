# frozen_string_literal: true

s = "the quick brown fox " * 50
count = 0
s.each_char { |c| count += 1 if c == "o" }
count
