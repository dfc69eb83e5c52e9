# frozen_string_literal: true

s = "the quick brown fox " * 50
3.times.map { s.chars.tally.size }.last
