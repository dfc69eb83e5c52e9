# Data: with, hash, what `case … in` asks of it, and the initialize that a script gives it.
class Data
  def __start(named, values) = initialize(*values, **named)
  private :__start, :initialize

  def with(*values, **changes)
    raise ArgumentError, "wrong number of arguments (given #{values.size}, expected 0)" unless values.empty?
    return self if changes.empty?

    self.class.new(**to_h, **changes)
  end

  def hash
    return 0 if __method_recursive?(:hash)

    [self.class, *members.map { |name| __send__(name) }].hash
  end

  alias __to_h to_h
  def to_h(&block) = block ? __to_h.to_h(&block) : __to_h

  def deconstruct = __to_h.values

  def deconstruct_keys(names)
    return to_h if names.nil?
    raise TypeError, "wrong argument type #{names.class} (expected Array or nil)" unless names.is_a?(Array)

    found = {}
    return found if names.size > members.size

    all = to_h
    names.each do |name|
      return found unless all.key?(name)

      found[name] = all[name]
    end
    found
  end
end
