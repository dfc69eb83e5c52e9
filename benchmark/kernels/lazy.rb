# frozen_string_literal: true

(1..Float::INFINITY).lazy.map { |n| n * 2 }.select { |n| n % 3 == 0 }.first(300).sum
