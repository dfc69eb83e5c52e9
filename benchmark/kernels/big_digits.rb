# frozen_string_literal: true

n = 7**3_000
[n.to_s.size, (n * n).to_s.size, n.digits.sum]
