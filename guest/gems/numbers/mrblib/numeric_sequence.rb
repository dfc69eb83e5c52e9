# Numeric#step without a block: an arithmetic sequence of numbers, an enumerator of anything else.
class Numeric
  alias __step step

  def step(*args, **options, &block)
    return __step(*args, **options, &block) if block

    limit, width = args
    limit = options[:to] if options.key?(:to)
    width = options[:by] if options.key?(:by)
    width = 1 if width.nil?
    raise ArgumentError, "step can't be 0" if width == 0
    return __step(*args, **options) unless (limit.nil? || limit.is_a?(Numeric)) && width.is_a?(Numeric)

    raise ArgumentError, "to is given twice" if options.key?(:to) && !args.empty?
    raise ArgumentError, "step is given twice" if options.key?(:by) && args.size > 1

    Enumerator::ArithmeticSequence.__of(self, limit, width, false, [self, :step, args, options])
  end
end
