# String#tr, delete, squeeze and count by characters, of what is not ASCII.
class String
  def __tr(from, to) = __translate(__string_of(from), __string_of(to), false)
  def __tr_s(from, to) = __translate(__string_of(from), __string_of(to), true)

  def __delete(*sets)
    raise ArgumentError, "wrong number of arguments (given 0, expected 1+)" if sets.empty?

    tests = __set_tests(sets)
    __gathered(each_char.reject { |c| tests.all? { |test| test.call(c) } })
  end

  def __squeeze(*sets)
    tests = __set_tests(sets)
    last = nil
    kept = each_char.reject do |c|
      same = c == last && tests.all? { |test| test.call(c) }
      last = c
      same
    end
    __gathered(kept)
  end

  def __count(*sets)
    raise ArgumentError, "wrong number of arguments (given 0, expected 1+)" if sets.empty?

    tests = __set_tests(sets)
    each_char.count { |c| tests.all? { |test| test.call(c) } }
  end

  %w[tr tr_s delete squeeze].each do |name|
    define_method("#{name}!") do |*args|
      raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

      changed = __send__(name, *args)
      changed == self ? nil : replace(changed)
    end
  end

  private

  # A String of these characters, of the encoding that this one has with the sets.
  def __gathered(chars, *sets) = sets.inject(byteslice(0, 0), :+).byteslice(0, 0) << chars.join

  # The characters of "a-zé" in order, and whether a ^ before them means all others.
  def __set_characters(set)
    unless Encoding.compatible?(self, set)
      raise Encoding::CompatibilityError,
            "incompatible character encodings: #{encoding.__shown} and #{set.encoding.__shown}"
    end

    chars = set.chars
    negative = chars.size > 1 && chars[0] == "^"
    chars.shift if negative
    found = []
    until chars.empty?
      c = chars.shift
      c = chars.shift if c == "\\" && !chars.empty?
      if chars.size > 1 && chars[0] == "-"
        chars.shift
        last = chars.shift
        raise ArgumentError, "invalid range \"#{c}-#{last}\" in string transliteration" if c.ord > last.ord

        (c.ord..last.ord).each { |code| found << code.chr(c.encoding) }
      else
        found << c
      end
    end
    [found, negative]
  end

  def __set_tests(sets) = sets.map { |set| __set_test(__string_of(set)) }

  def __set_test(set)
    found, negative = __set_characters(set)
    members = found.to_h { |c| [c, true] }
    ->(c) { members.key?(c) != negative }
  end

  def __translate(from, to, squeeze)
    found, negative = __set_characters(from)
    targets, = __set_characters(to.start_with?("^") ? "\\#{to}" : to)
    map = {}
    found.each_with_index { |c, i| map[c] ||= targets.empty? ? "" : targets[i] || targets.last } unless negative
    members = found.to_h { |c| [c, true] }
    last = nil
    changed = false
    translated = each_char.map do |c|
      by = map[c]
      by = targets.last || "" if negative && !members.key?(c)
      changed ||= by
      repeated = squeeze && by && by == last
      last = by
      repeated ? "" : by || c
    end
    changed ? __gathered(translated, from, to) : byteslice(0, bytesize)
  end
end
