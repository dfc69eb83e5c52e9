# frozen_string_literal: true

words = %w[Alpha beta GAMMA delta]
count = 0
1_000.times { |i| count += words[i % 4].downcase.reverse.capitalize.center(10).size }
count
