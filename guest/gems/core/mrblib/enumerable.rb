# Enumerable: extremes, slices, sums as CRuby makes them (of floats, with the error of each addition kept
# by Kahan and Babuska), lazy.
module Enumerable
  def compact = reject(&:nil?)

  def to_h(&block)
    hash = {}
    each do |*values|
      pair = block ? block.call(*values) : values.__svalue
      raise TypeError, "wrong element type #{pair.class} (expected Array)" unless pair.is_a?(Array)
      raise ArgumentError, "element has wrong array length (expected 2, was #{pair.size})" if pair.size != 2

      hash[pair[0]] = pair[1]
    end
    hash
  end

  # The greatest element by <=>, or the `count` greatest.
  def max(count = nil, &block)
    return sort(&block).reverse.first(count) if count

    __extreme(1, &block)
  end

  # The least element by <=>, or the `count` least.
  def min(count = nil, &block)
    return sort(&block).first(count) if count

    __extreme(-1, &block)
  end

  def max_by(count = nil, &block)
    return to_enum(:max_by, *count) unless block
    return sort_by(&block).reverse.first(count) if count

    __extreme_by(1, &block)
  end

  def min_by(count = nil, &block)
    return to_enum(:min_by, *count) unless block
    return sort_by(&block).first(count) if count

    __extreme_by(-1, &block)
  end

  def minmax(&block) = [min(&block), max(&block)]

  def minmax_by(&block)
    return to_enum(:minmax_by) unless block

    [min_by(&block), max_by(&block)]
  end

  def slice_when(&block)
    raise ArgumentError, "wrong number of arguments (given 0, expected 1)" unless block

    chunk_while { |a, b| !block.call(a, b) }
  end

  def slice_before(pattern = nil, &block)
    starts = block || ->(item) { pattern === item }
    Enumerator.new do |y|
      slice = nil
      each_entry do |item|
        start = starts.call(item)
        if slice && start
          y << slice
          slice = [item]
        else
          (slice ||= []) << item
        end
      end
      y << slice if slice
    end
  end

  def slice_after(pattern = nil, &block)
    ends = block || ->(item) { pattern === item }
    Enumerator.new do |y|
      slice = nil
      each_entry do |item|
        (slice ||= []) << item
        next unless ends.call(item)

        y << slice
        slice = nil
      end
      y << slice if slice
    end
  end

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

  def lazy = Enumerator::Lazy.new(self).__sized { respond_to?(:size) ? size : nil }

  private

  def __extreme(sign, &block)
    found = nil
    none = true
    each do |*values|
      value = values.__svalue
      if none
        found = value
        none = false
      else
        order = block ? block.call(value, found) : value <=> found
        raise ArgumentError, "comparison of #{value.class} with #{found.inspect} failed" if order.nil?

        found = value if order * sign > 0
      end
    end
    found
  end

  def __extreme_by(sign, &block)
    found = key = nil
    none = true
    each do |*values|
      value = values.__svalue
      its_key = block.call(*values)
      if none
        found = value
        key = its_key
        none = false
        next
      end
      order = its_key <=> key
      raise ArgumentError, "comparison of #{its_key.class} with #{key.inspect} failed" if order.nil?
      next unless order * sign > 0

      found = value
      key = its_key
    end
    found
  end

  def __sum_floats(total, error, value)
    sum = total + value
    return [sum, error] unless sum.finite?

    error += total.abs >= value.abs ? (total - sum) + value : (value - sum) + total
    [sum, error]
  end
end
