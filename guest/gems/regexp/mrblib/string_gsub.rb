# String#scan, gsub, sub and split with a Regexp and perhaps a block; Symbol#=~ and match.
class String
  def scan(pattern, &block)
    return __scan(pattern) unless block

    matches = __matches(pattern)
    last = nil
    while (match = matches.next)
      last = match
      block.call(match.size == 1 ? match[0] : match.captures)
      raise "string modified" unless matches.of?(self)
    end
    matches.keep(last)
    self
  end

  def gsub(*args, &block)
    return to_enum(:gsub, *args) { nil } if args.size == 1 && !block

    __substitute(args, true, block) || __plain_copy
  end

  def gsub!(*args, &block)
    raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?
    return to_enum(:gsub!, *args) { nil } if args.size == 1 && !block

    changed = __substitute(args, true, block)
    changed && replace(changed)
  end

  def sub(*args, &block)
    __substitute(args, false, block) || __plain_copy
  end

  def sub!(*args, &block)
    raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

    before = dup
    changed = __substitute(args, false, block)
    raise "string modified" if block && self != before

    changed && replace(changed)
  end

  alias __split split

  def split(*args, &block)
    return __split(*args) unless block

    __split(*args).each(&block)
    self
  end

  private

  def __plain_copy = String.new(self)

  # A new String, or nil if nothing matches.
  def __substitute(args, all, block)
    count = args.size
    if count == 0 || count > 2 || (count == 1 && !block)
      expected = all || block ? "1..2" : "2"
      raise ArgumentError, "wrong number of arguments (given #{count}, expected #{expected})"
    end
    return __substitute_by(args[0], all, block) if count == 1

    replacement = args[1]
    replacement = __try_hash(replacement) || __string_of(replacement) unless replacement.is_a?(String)
    __replace(args[0], replacement, all)
  end

  def __substitute_by(pattern, all, block)
    matches = __matches(pattern)
    result = nil
    last = nil
    copied = 0
    while (match = matches.next)
      result ||= byteslice(0, 0)
      last = match
      replacement = block.call(match[0]).to_s
      raise "string modified" unless !all || matches.of?(self)

      result << matches.gap(match, copied) << replacement
      copied = match.byteoffset(0)[1]
      break unless all
    end
    matches.keep(last)
    result && (result << matches.gap(nil, copied))
  end
end

class Symbol
  def =~(pattern) = to_s =~ pattern
  def match(*args, &block) = to_s.match(*args, &block)
  def match?(*args) = to_s.match?(*args)
end

class NilClass
  def =~(_other) = nil
end
