# What CRuby's Hash, String, Struct and Symbol have and mruby's have not.
class KeyError
  attr_reader :key, :receiver

  def initialize(message = nil, receiver: nil, key: nil)
    super(message)
    __at(key, receiver)
  end

  def __at(key, receiver)
    @key = key
    @receiver = receiver
    self
  end
end

class Hash
  def zip(*others, &block) = to_a.zip(*others, &block)

  def fetch(key, *default, &block)
    raise ArgumentError, "wrong number of arguments (given #{default.size + 1}, expected 1..2)" if default.size > 1

    return self[key] if key?(key)
    return block.call(key) if block
    return default[0] unless default.empty?

    raise KeyError.new("key not found: #{key.inspect}").__at(key, self)
  end

  def to_h(&block) = block ? super { |(key, value)| block.call(key, value) } : self

  # The same for equal hashes, whatever their order.
  def hash
    return 0 if __method_recursive?(:hash)

    each_with_object([size]) { |pair, sum| sum[0] ^= pair.hash }[0]
  end

  def transform_keys(names = nil, &block)
    return to_enum(:transform_keys) unless names || block

    each_with_object({}) do |(key, value), result|
      named = names ? names.fetch(key) { block ? block.call(key) : key } : block.call(key)
      result[named] = value
    end
  end

  def transform_keys!(names = nil, &block)
    return to_enum(:transform_keys!) unless names || block

    replace(transform_keys(names, &block))
  end
end

class Array
  alias __concat concat

  def concat(*others)
    others.map(&:dup).each { |other| __concat(other) }
    self
  end
end

class String
  def insert(index, text)
    index += size + 1 if index < 0
    raise IndexError, "index #{index - size} out of string" if index < 0

    self[index, 0] = text
    self
  end

  alias __initialize initialize

  def initialize(text = "", encoding: nil, capacity: nil)
    __initialize(text)
    force_encoding(encoding) if encoding
  end
  private :initialize, :__initialize

  def concat(*others)
    others.map { |other| other.is_a?(Integer) ? other.chr : other.dup }.each { |other| self << other }
    self
  end

  def sum(bits = 16) = bytes.sum & ((1 << bits) - 1)
end

class Struct
  alias __each each
  alias __each_pair each_pair

  def each(&block) = block ? __each(&block) : to_enum(:each)
  def each_pair(&block) = block ? __each_pair(&block) : to_enum(:each_pair)

  alias __to_h to_h
  def to_h(&block) = block ? __to_h.to_h(&block) : __to_h

  def deconstruct = to_a

  def deconstruct_keys(names)
    return to_h unless names

    names.each_with_object({}) do |name, found|
      return found unless members.include?(name)

      found[name] = self[name]
    end
  end
end

class Symbol
  def encoding = to_s.ascii_only? ? Encoding::US_ASCII : Encoding::UTF_8
  def start_with?(*prefixes) = to_s.start_with?(*prefixes)
  def end_with?(*suffixes) = to_s.end_with?(*suffixes)
  def [](*args) = to_s[*args]
  def swapcase = to_s.swapcase.to_sym
  def succ = to_s.succ.to_sym
  alias next succ
end

class String
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
end
