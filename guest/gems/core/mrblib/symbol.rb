# Symbol: what it has of String, beside symbols.c.
class Symbol
  def encoding = to_s.encoding
  def casecmp(other) = other.is_a?(Symbol) ? to_s.casecmp(other.to_s) : nil
  def casecmp?(other) = other.is_a?(Symbol) ? to_s.casecmp?(other.to_s) : nil

  alias id2name to_s
end
