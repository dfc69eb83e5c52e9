# Sums as CRuby makes them: of floats, with the error of each addition kept (Kahan and Babuska).
module Enumerable
  def sum(init = 0, &block)
    total = init
    error = nil
    each do |*values|
      value = values.__svalue
      value = block.call(value) if block
      if value.is_a?(Float) ? total.is_a?(Numeric) : error && value.is_a?(Numeric)
        total, error = __sum_floats(total.to_f, error || 0.0, value.to_f)
      else
        total += value
        error = nil
      end
    end
    error && total.finite? ? total + error : total
  end
  alias __sum_any sum

  private

  def __sum_floats(total, error, value)
    sum = total + value
    return [sum, error] unless sum.finite?

    error += total.abs >= value.abs ? (total - sum) + value : (value - sum) + total
    [sum, error]
  end
end
