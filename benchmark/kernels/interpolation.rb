# frozen_string_literal: true

last = nil
3_000.times { |i| last = "item #{i} of #{last.to_s.size}" }
last
