# frozen_string_literal: true

a = %w[alpha beta gamma delta]
count = 0
5_000.times { |i| count += 1 if a[i % 4] == "gamma" }
count
