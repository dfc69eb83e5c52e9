# frozen_string_literal: true

add = ->(n) { n + 1 }
i = 0
i = add.call(i) while i < 10_000
i
