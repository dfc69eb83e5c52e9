# frozen_string_literal: true

# Numbers as text.
class BigDecimal
  WORDS = { 0 => "NaN", 1 => "0.0", -1 => "-0.0", 3 => "Infinity", -3 => "-Infinity" }.freeze
  private_constant :WORDS

  # @param format [String, Integer, nil] "F" for digits without an exponent; before it how many digits make a group,
  #   and before that "+" or " " for what stands before a number that is not negative
  def to_s(format = nil)
    return __point if @e && format == "F"
    return @e ? __scientific : __word_text if format.nil?

    __formatted(format).force_encoding(Encoding::US_ASCII)
  end

  def inspect = to_s

  private

  def __formatted(format)
    sign = ""
    group = 0
    if format.is_a?(String)
      raise ArgumentError, "string contains null byte" if format.include?("\0")

      sign = format[0] if format.start_with?("+", " ")
      group = format.sub(/\A[+ ]/, "").gsub(/\s/, "").to_i
      plain = format.match?(/\A[+ ]?[\d\s]*[fF]/)
    elsif format
      group = __integer_of(format)
      raise ArgumentError, "argument must be positive" if group <= 0
    end
    text = __text(plain, group)
    @n > 0 ? sign + text : text
  end

  def __text(plain, group)
    return __word_text unless @e
    return group > 0 ? __point_grouped(group) : __point if plain

    group > 0 ? "#{"-" if @n < 0}0.#{__grouped(@n.abs.to_s, group)}e#{exponent}" : __scientific
  end

  def __word_text = WORDS[@n].dup.force_encoding(Encoding::US_ASCII)

  def __scientific
    text = @n.to_s
    at = @n < 0 ? 1 : 0
    power = text.size - at + @e
    text.insert(at, "0.") << "e" << power.to_s
  end

  def __point
    return @n.to_s << "0" * @e << ".0" if @e >= 0

    text = @n.to_s
    missing = (@n < 0 ? 1 : 0) - @e - text.size
    return text.insert(@e - 1, ".") if missing < 0

    text.insert(@n < 0 ? 1 : 0, "0.#{"0" * missing}")
  end

  def __point_grouped(group)
    whole, fraction = __point.delete_prefix("-").split(".")
    whole = __grouped(whole.reverse, group).reverse
    "#{"-" if @n < 0}#{whole}.#{__grouped(fraction, group)}"
  end

  def __grouped(digits, size)
    return digits if digits.size <= size

    groups = []
    at = 0
    while at < digits.size
      groups << digits[at, size]
      at += size
    end
    groups.join(" ")
  end
end
