# frozen_string_literal: true

i = 0
i += 1 while i < 20_000
i
