# String#succ where letters and digits beyond ASCII count.
class String
  alias __succ succ

  def succ
    return __succ if ascii_only? || __encoding != 1 || !valid_encoding?

    letters = chars
    at = letters.size
    last = beside = carry = nil
    while at > 0
      at -= 1
      letter = letters[at]
      # Past what is no letter and no digit, only one of the same kind is carried to.
      break if last && !beside && letter.match?(letters[last].match?(/[A-Za-z]/) ? /[0-9]/ : /[A-Za-z]/)

      beside, over = __succ_of(letter)
      next unless beside

      letters[at] = beside
      return letters.join unless over

      carry = over
      last = at
    end
    last ? letters.insert(last, carry).join : __succ
  end
  alias next succ

  def succ! = replace(succ)
  alias next! succ!

  private

  # What follows in the characters of the same kind, or the first of them and what is carried; nil for what is of none.
  def __succ_of(letter)
    kind = [/[[:digit:]]/, /[[:alpha:]]/].find { |pattern| letter.match?(pattern) } or return
    code = letter.ord
    following = [1, 2].map { |step| __as_long(code + step, letter) }.find { |char| char&.match?(kind) }
    return following if following

    code -= 1 while __as_long(code - 1, letter)&.match?(kind)
    first = __as_long(code, letter)
    [first, letter.match?(/[[:digit:]]/) ? __as_long(code + 1, letter) : first]
  end

  # The character of a code, if it takes as many bytes as the letter.
  def __as_long(code, letter)
    return if code < 1 || code > 0x10ffff || (0xd800..0xdfff).cover?(code)

    char = [code].pack("U")
    char if char.bytesize == letter.bytesize
  end
end
