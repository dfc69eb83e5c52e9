# frozen_string_literal: true

class Size
  include Comparable

  attr_reader :n

  def initialize(n) = @n = n
  def <=>(other) = n <=> other.n
end
sizes = Array.new(300) { |i| Size.new(i * 7919 % 1009) }
[sizes.max.n, sizes.min.n, sizes.count { |size| size > sizes[0] }]
