# Symbol: what it has of String, beside symbols.c.
class Symbol
  def encoding = to_s.encoding
  def casecmp(other) = other.is_a?(Symbol) ? to_s.casecmp(other.to_s) : nil
  def casecmp?(other) = other.is_a?(Symbol) ? __text.casecmp?(other.__text) : nil

  # Of what is no UTF-8 the bytes.
  def __text = to_s.then { |text| text.valid_encoding? ? text : text.b }

  alias id2name to_s
end
