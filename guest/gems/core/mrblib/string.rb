# String: insert, concat, each_line, lines, bytes and sum as CRuby has them.
class String
  def insert(index, text)
    index += size + 1 if index < 0
    raise IndexError, "index #{index - size} out of string" if index < 0

    self[index, 0] = text
    self
  end

  alias __initialize initialize

  def initialize(*text, encoding: nil, capacity: nil)
    __initialize(*text)
    encoding ||= Encoding::BINARY if text.empty?
    force_encoding(encoding) if encoding
  end
  private :initialize, :__initialize

  def concat(*others)
    raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

    others.map { |other| equal?(other) ? dup : other }.each { |other| self << other }
    self
  end

  def sum(bits = 16) = bytes.sum & ((1 << bits) - 1)

  alias __lines_with_ends each_line

  def each_line(*separator, chomp: false, &block)
    return to_enum(:each_line, *separator, chomp: chomp) unless block
    return __lines_with_ends(*separator, &block) unless chomp

    __lines_with_ends(*separator) { |line| block.call(line.chomp(*separator)) }
  end

  def lines(*separator, chomp: false, &block)
    return each_line(*separator, chomp: chomp, &block) if block

    each_line(*separator, chomp: chomp).to_a
  end

  alias __bytes bytes
  def bytes(&block) = block ? each_byte(&block) : __bytes

  def self.try_convert(object) = object.respond_to?(:to_str) ? object.to_str : nil
end
