# Symbol: what it has of String.
class Symbol
  def encoding = to_s.encoding
  def start_with?(*prefixes) = to_s.start_with?(*prefixes)
  def end_with?(*suffixes) = to_s.end_with?(*suffixes)
  def [](*args) = to_s[*args]
  def swapcase(*options) = to_s.swapcase(*options).to_sym
  def capitalize(*options) = to_s.capitalize(*options).to_sym
  def upcase(*options) = to_s.upcase(*options).to_sym
  def downcase(*options) = to_s.downcase(*options).to_sym
  def succ = to_s.succ.to_sym
  def casecmp(other) = other.is_a?(Symbol) ? to_s.casecmp(other.to_s) : nil
  def casecmp?(other) = other.is_a?(Symbol) ? __text.casecmp?(other.__text) : nil
  alias next succ

  # Of what is no UTF-8 the bytes.
  def __text = to_s.then { |text| text.valid_encoding? ? text : text.b }

  alias id2name to_s
  alias slice []
end
