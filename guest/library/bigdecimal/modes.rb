# frozen_string_literal: true

# What happens on overflow and the like, how results are rounded, and to how many digits.
class BigDecimal
  ROUNDINGS = { up: 1, down: 2, truncate: 2, half_up: 3, default: 3, half_down: 4, ceil: 5, ceiling: 5, floor: 6,
                half_even: 7, banker: 7 }.freeze
  HALVES = { "up" => ROUND_HALF_UP, "down" => ROUND_HALF_DOWN, "even" => ROUND_HALF_EVEN }.freeze
  private_constant :ROUNDINGS, :HALVES

  class << self
    def double_fig = FLOAT_DIGITS

    def mode(which, setting = nil)
      which = __integer_of(which)
      if which & EXCEPTION_ALL != 0
        __except(which & 23, setting) unless setting.nil?
        return @exceptions
      end
      raise TypeError, "first argument for BigDecimal.mode invalid" unless which == ROUND_MODE

      setting.nil? ? @rounding : @rounding = __rounding_of(setting)
    end

    # The most digits that results have, 0 for any number of them.
    def limit(digits = nil)
      before = @limit
      return before if digits.nil?

      digits = __integer_of(digits)
      raise ArgumentError, "argument must be positive" if digits < 0

      @limit = digits
      before
    end

    def save_exception_mode
      before = @exceptions
      yield
    ensure
      @exceptions = before
    end

    def save_rounding_mode
      before = @rounding
      yield
    ensure
      @rounding = before
    end

    def save_limit
      before = @limit
      yield
    ensure
      @limit = before
    end

    def __rounding = @rounding

    # The number of a rounding mode, given as such or as a Symbol.
    def __rounding_of(mode)
      number = mode.is_a?(Symbol) ? ROUNDINGS[mode] : __integer_of(mode)
      raise ArgumentError, "invalid rounding mode (#{mode})" unless number && number > 0 && number < 8

      number
    end

    # The same of what `half:` says.
    def __half_of(half)
      return @rounding if half.nil?

      name = half.is_a?(Symbol) ? half.name : __try_string(half)
      HALVES[name.to_s.downcase] || raise(ArgumentError, "invalid rounding mode (#{half})")
    end

    # The block's result, as if there were no limit.
    def __unlimited(&block) = @limit == 0 ? yield : save_limit { limit(0) && block.call }

    private

    def __except(which, setting)
      raise ArgumentError, "second argument must be true or false" unless setting == true || setting == false

      @exceptions = setting ? @exceptions | which : @exceptions & ~which
    end
  end
end
