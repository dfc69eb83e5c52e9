# Random with the sequences of CRuby. Where no seed is given, the host's entropy is the seed.
class Random
  # What any generator has that has rand; `require "random/formatter"` adds to it.
  module Formatter
    def random_number(limit = nil)
      case limit
      when nil then rand
      when Numeric then limit > 0 ? rand(limit) : rand
      when Range then __empty?(limit) ? rand : rand(limit)
      else raise ArgumentError, "invalid argument - #{limit}"
      end
    end

    private

    def __empty?(range) = (range.begin <=> range.end).to_i > (range.exclude_end? ? -1 : 0)
  end
  include Formatter
  extend Formatter

  attr_reader :seed

  class << self
    def __rand(limit) = __default.__rand(limit)
    def bytes(count) = __default.bytes(count)
    def seed = __default.seed

    # As many bytes of the host's entropy.
    def urandom(count)
      count = __integer_of(count)
      raise ArgumentError, "negative string size (or size too big)" if count < 0

      bytes = "".b
      bytes << [new_seed].pack("q<")[0, 7] while bytes.bytesize < count
      bytes[0, count]
    end

    def srand(seed = new_seed) = __default.__srand(seed)

    def __default = @__default ||= new
  end

  def initialize(seed = Random.new_seed)
    __srand(seed)
  end

  def __srand(seed)
    old = @seed
    @seed = __integer_of(seed)
    rest = @seed.abs
    words = []
    while rest > 0
      words << (rest & 0xffffffff)
      rest >>= 32
    end
    several = words.size > 1
    words.pop if several && words.last == 1
    __seed(words, several)
    old
  end

  # What rand gives for a limit that is no plain number.
  def __rand(limit)
    case limit
    when nil then __real(false)
    when Range then __in_range(limit)
    when Float
      raise ArgumentError, "invalid argument - #{limit}" if limit <= 0 || limit.nan? || limit.infinite?

      __real(false) * limit
    else
      whole = __integer_of(limit)
      raise ArgumentError, "invalid argument - #{limit}" if whole <= 0

      __below(whole)
    end
  end

  def ==(other) = other.is_a?(Random) && seed == other.seed && dup.bytes(32) == other.dup.bytes(32)

  # As Kernel#rand takes its argument.
  def __kernel_rand(limit)
    if limit.is_a?(Range)
      return __width(limit) ? __in_range(limit) : nil
    end

    whole = limit.nil? ? 0 : __integer_of(limit).abs
    whole == 0 ? __real(false) : __below(whole)
  end

  def __below(limit)
    limit <= 0x7fffffffffffffff ? __limited(limit - 1) : __limited_big(limit - 1)
  end

  private

  def __limited_big(limit)
    words = []
    rest = limit
    while rest > 0
      words << (rest & 0xffffffff)
      rest >>= 32
    end
    loop do
      value = __try_big(words)
      return value if value
    end
  end

  def __try_big(words)
    mask = 0
    boundary = true
    value = 0
    words.reverse_each do |word|
      mask = mask == 0 ? (1 << word.to_s(2).size) - 1 : 0xffffffff
      found = __int32 & mask
      if boundary
        return nil if found > word

        boundary = found == word
      end
      value = (value << 32) | found
    end
    value
  end

  def __in_range(range)
    width = __width(range) or raise ArgumentError, "invalid argument - #{range.inspect}"
    return range.begin + __below(width + 1) unless width.is_a?(Float)
    return __in_wide_range(range) if width.infinite?

    width > 0 ? range.begin + __real(!range.exclude_end?) * width : range.begin.to_f
  end

  # Of floats whose difference none holds.
  def __in_wide_range(range)
    first = range.begin / 2.0
    last = range.end / 2.0
    (__real(!range.exclude_end?) - 0.5) * (last - first) * 2 + (first + last)
  end

  # From the least value to the greatest; nil if there is none.
  def __width(range)
    raise Errno::EDOM if range.begin.nil? || range.end.nil?

    width = range.end.respond_to?(:-) && !range.end.is_a?(Array) ? range.end - range.begin : -1
    width = width.to_int if !width.is_a?(Numeric) && width.respond_to?(:to_int)
    if width.is_a?(Float)
      raise Errno::EDOM unless range.begin.to_f.finite? && range.end.to_f.finite?

      width if width > 0 || (width == 0 && !range.exclude_end?)
    else
      width -= 1 if range.exclude_end?
      width if width >= 0
    end
  end
end

module Kernel
  private

  def __rand(limit) = Random.__default.__kernel_rand(limit)
  def srand(seed = Random.new_seed) = Random.__default.__srand(seed)
end

class << Kernel
  def srand(seed = Random.new_seed) = Random.__default.__srand(seed)
end

class Array
  def __shuffled(random) = Array.new(self).__shuffle(random)

  def __shuffle(random)
    random ||= Random.__default
    left = size
    while left > 0
      at = __random_below(random, left)
      left -= 1
      self[left], self[at] = self[at], self[left]
    end
    self
  end

  def __sample(count, random)
    random ||= Random.__default
    return self[size < 2 ? 0 : __random_below(random, size)] if count.nil?

    count = count.to_int
    raise ArgumentError, "negative sample number" if count < 0

    count = size if count > size
    count <= 16 ? __sample_few(count, random) : __sample_many(count, random)
  end

  private

  def __random_below(random, limit)
    return random.__below(limit) if random.instance_of?(Random)

    found = random.rand(limit).to_int
    raise RangeError, "random number too big #{found}" if found >= limit
    raise RangeError, "random number too small #{found}" if found < 0

    found
  end

  def __sample_few(count, random)
    numbers = Array.new(count) { |i| __random_below(random, size - i) }
    sorted = []
    numbers.map do |number|
      at = 0
      while at < sorted.size && number >= sorted[at]
        number += 1
        at += 1
      end
      sorted.insert(at, number)
      self[number]
    end
  end

  def __sample_many(count, random)
    rest = dup
    count.times do |i|
      at = __random_below(random, size - i) + i
      rest[i], rest[at] = rest[at], rest[i]
    end
    rest.first(count)
  end
end
