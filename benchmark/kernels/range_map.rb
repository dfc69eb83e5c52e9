# frozen_string_literal: true

5.times.map { (1..1_000).map { |i| i * 2 }.size }.last
