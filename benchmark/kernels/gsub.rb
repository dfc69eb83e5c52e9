# frozen_string_literal: true

s = "the quick brown fox " * 50
[s.gsub("o", "0").size, s.gsub(/[aeiou]/) { |v| v.upcase }.size]
