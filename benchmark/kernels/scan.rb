# frozen_string_literal: true

s = "a1 b22 c333 " * 100
s.scan(/[a-z]\d+/).size
