# Symbol: what it has of String.
class Symbol
  def encoding = to_s.ascii_only? ? Encoding::US_ASCII : Encoding::UTF_8
  def start_with?(*prefixes) = to_s.start_with?(*prefixes)
  def end_with?(*suffixes) = to_s.end_with?(*suffixes)
  def [](*args) = to_s[*args]
  def swapcase = to_s.swapcase.to_sym
  def succ = to_s.succ.to_sym
  alias next succ

  alias id2name to_s
  alias slice []
end
