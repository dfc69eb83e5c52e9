# frozen_string_literal: true

class Pair
  def initialize(a, b)
    @a = a
    @b = b
  end
end
last = nil
5_000.times { |i| last = Pair.new(i, i) }
last.class.name
