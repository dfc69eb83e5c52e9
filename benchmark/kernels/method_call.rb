# frozen_string_literal: true

def inc(n) = n + 1
i = 0
i = inc(i) while i < 10_000
i
