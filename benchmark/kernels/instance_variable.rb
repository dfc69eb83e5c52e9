# frozen_string_literal: true

class Counter
  attr_reader :count

  def initialize = @count = 0
  def add = @count += 1
end
counter = Counter.new
10_000.times { counter.add }
counter.count
