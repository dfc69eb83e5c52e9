# frozen_string_literal: true

LIMIT = 10_000
i = 0
i += 1 while i < LIMIT
i
