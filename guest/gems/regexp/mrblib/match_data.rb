# MatchData: captures, names, offsets, deconstruct_keys.
class MatchData
  def regexp
    pattern = __pattern
    pattern.is_a?(String) ? Regexp.new(Regexp.escape(pattern)) : pattern
  end

  def to_s = self[0]

  def captures = to_a.drop(1)

  def names = regexp.names

  def offset(group) = [self.begin(group), self.end(group)]

  def bytebegin(group) = byteoffset(group)[0]
  def byteend(group) = byteoffset(group)[1]

  def named_captures(symbolize_names: false)
    names.to_h { |name| [symbolize_names ? name.to_sym : name, self[name]] }
  end

  def values_at(*groups)
    groups.flat_map { |group| group.is_a?(Range) ? __groups_in(group) : [self[group]] }
  end

  alias deconstruct captures

  def deconstruct_keys(wanted)
    return named_captures(symbolize_names: true) if wanted.nil?
    raise TypeError, "wrong argument type #{wanted.class} (expected Array)" unless wanted.is_a?(Array)

    known = names
    return {} if wanted.size > known.size

    wanted.each_with_object({}) do |name, found|
      raise TypeError, "wrong argument type #{name.class} (expected Symbol)" unless name.is_a?(Symbol)
      return found unless known.include?(name.to_s)

      found[name] = self[name]
    end
  end

  def match(group) = self.begin(group) && self[group]

  def match_length(group) = match(group)&.size

  # nil for each that a range names past the last.
  def __groups_in(range)
    first = range.begin || 0
    from = first < 0 ? first + size : first
    raise RangeError, "#{range} out of range" if from < 0

    last = range.end || -1
    last += size if last < 0
    last -= 1 if range.exclude_end? && range.end
    from > size ? [] : (from..last).map { |number| self[number] }
  end
  private :__groups_in

  class << self
    undef allocate
  end

  def hash = [string, regexp, to_a].hash

  def inspect
    number_names = {}
    regexp.named_captures.each { |name, numbers| numbers.each { |number| number_names[number] = name } }
    groups = captures.each_with_index.map { |text, i| " #{number_names[i + 1] || i + 1}:#{text.inspect}" }
    "#<MatchData #{self[0].inspect}#{groups.join}>"
  end
end
