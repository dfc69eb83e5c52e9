require 'observer'

class Cell
  include Observable
  attr_reader :name, :value, :formula

  @all = {}
  class << self
    attr_reader :all
    def [](name) = all[name] ||= new(name)
  end

  def initialize(name)
    @name = name
    @inputs = []
    @value = 0
  end

  def set(input)
    @inputs.each { |c| c.delete_observer(self) }
    if input.is_a?(String) && input.start_with?('=')
      @formula = input.delete_prefix('=')
      @inputs = @formula.scan(/[A-Z]\d+/).uniq.map { |n| Cell[n] }
      raise ArgumentError, "#{name} would depend on itself" if @inputs.any? { |c| c.reaches?(self) }

      @inputs.each { |c| c.add_observer(self, :recalculate) }
      recalculate(nil)
    else
      @formula = nil
      @inputs = []
      assign(input)
    end
  end

  def reaches?(other) = equal?(other) || @inputs.any? { |c| c.reaches?(other) }

  def recalculate(source)
    values = @formula.gsub(/[A-Z]\d+/) { |n| Cell[n].value.to_s }
    left, *rest = values.scan(%r{[-+*/]|\d+}).each_slice(2).to_a.flatten
    result = rest.each_slice(2).inject(left.to_i) { |acc, (op, n)| acc.public_send(op, n.to_i) }
    puts "  #{name} = #{@formula} = #{result}#{" (because of #{source})" if source}"
    assign(result)
  rescue ZeroDivisionError
    puts "  #{name}: division by zero"
  end

  private

  def assign(value)
    return if value == @value

    @value = value
    changed
    notify_observers(name)
  end
end

Cell['A1'].set(5)
Cell['A2'].set(7)
Cell['B1'].set('=A1+A2')
Cell['C1'].set('=B1*2-A1')
puts 'A1 := 10'
Cell['A1'].set(10)
puts 'A2 := 7 (no change)'
Cell['A2'].set(7)
puts 'B2 := A1/A3'
Cell['B2'].set('=A1/A3')
Cell['A3'].set(2)
begin
  Cell['A1'].set('=C1+1')
rescue ArgumentError => e
  puts e.message
end
p Cell.all.transform_values(&:value)
p Cell['A2'].count_observers, Cell['C1'].count_observers
