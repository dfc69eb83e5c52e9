# frozen_string_literal: true

# Services for clients.test.mjs.

puts "printed while it is loaded"

# Lets none go on before all are there.
class Meeting
  def initialize(size)
    @size = size
    @there = 0
    @lock = Mutex.new
    @complete = ConditionVariable.new
  end

  def wait_for_all
    @lock.synchronize do
      @there += 1
      @complete.broadcast
      @complete.wait(@lock) while @there < @size
      @there
    end
  end
end

class Stock
  def of(name, in: "pieces")
    puts "asked for #{name}"
    { name:, unit: binding.local_variable_get(:in), count: name.length }
  end

  def fail = raise(ArgumentError, "no stock")
end

Kobako::CLI.services do |sandbox|
  sandbox.bind("Shop::Stock", Stock.new)
  sandbox.bind("Meeting", Meeting.new(3))
  sandbox.bind("Shop::Rates", { vat: 19 })
end
