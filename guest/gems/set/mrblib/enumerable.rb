# Enumerable#to_set.
module Enumerable
  def to_set(&block) = Set.new(self, &block)
end
