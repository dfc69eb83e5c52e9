# frozen_string_literal: true

# How tables.h writes numbers.
module OnigPacking
  private

  def bytes(name, list) = "static const unsigned char #{name}[] = {#{list.join(",")}};\n"

  def shorts(name, list)
    raise "#{name} do not fit" if list.max > 0xffff

    "static const unsigned short #{name}[] = {#{list.join(",")}};\n"
  end

  # Seven bits a byte, the lowest first; the eighth says that more come.
  def varint(number)
    out = []
    while number > 0x7f
      out << ((number & 0x7f) | 0x80)
      number >>= 7
    end
    out << number
  end

  # The sign in the lowest bit.
  def signed(number) = varint(number.negative? ? (-number << 1) - 1 : number << 1)
end
