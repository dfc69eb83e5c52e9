# frozen_string_literal: true

def inc(n, by: 1) = n + by
i = 0
i = inc(i, by: 2) while i < 10_000
i
