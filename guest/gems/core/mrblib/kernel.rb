# Kernel: copies, conversions, and the functions that are also methods of the module.
module Kernel
  alias __clone clone

  # `freeze: false` gives a copy that can be changed, `freeze: true` one that cannot.
  def clone(freeze: nil)
    return __clone if freeze.nil?

    raise ArgumentError, "unexpected value for freeze: #{freeze.class}" unless freeze == true || freeze == false

    if __immediate?
      raise ArgumentError, "can't unfreeze #{self.class}" unless freeze

      return self
    end
    copy = __clone_bare
    copy.__send__(:initialize_clone, self, freeze: freeze)
    freeze ? copy.freeze : copy
  end

  def Array(value)
    return value if Array === value
    return [] if value.nil?

    __try_array(value) || Kernel.__converted(value, :to_a, Array) || [value]
  end

  def Hash(value)
    return value if Hash === value
    return {} if value.nil? || value == []

    __try_hash(value) or raise TypeError, "can't convert #{Kernel.__class_of(value)} into Hash"
  end

  def String(value)
    return value if String === value

    __try_string(value) || Kernel.__converted(value, :to_s, String) or
      raise TypeError, "can't convert #{Kernel.__class_of(value)} into String"
  end

  def then
    return to_enum(:then) { 1 } unless block_given?

    yield self
  end
  alias yield_self then

  def caller(start = 1, length = nil) = __caller(__backtrace(*__lines(start, length)), start, length)

  def caller_locations(start = 1, length = nil)
    __caller(__backtrace(*__lines(start, length)), start, length)&.map { |line| __location(line) }
  end

  # The folder of the file that calls, which no sandbox has: nil.
  def __dir__ = nil

  # What a function does with a block at its end.
  def __yield(value) = yield(value)

  # How many lines of a backtrace are looked at, if not all.
  def __lines(start, length) = Integer === start && Integer === length ? [start + length + 1] : []

  # Of the lines of a backtrace those that `caller` is asked for.
  def __caller(lines, start, length)
    return lines[start] if Range === start

    start = __integer_of(start)
    raise ArgumentError, "negative level (#{start})" if start < 0
    return lines[start..] if length.nil?

    length = __integer_of(length)
    raise ArgumentError, "negative size (#{length})" if length < 0

    lines[start, length]
  end

  alias __methods methods
  def methods(all = true) = all ? __methods : singleton_methods(false)

  module_function :Array, :Hash, :String, :__callee__, :__dir__, :__method__, :abort, :binding, :block_given?, :caller,
                  :caller_locations, :catch, :exit, :fail, :iterator?, :lambda, :local_variables,
                  :loop, :proc, :raise, :throw
  private :__yield, :__dir__, :__caller, :__lines
end

class << Kernel
  # What `method` of `value` gives, nil if it has none or gives nil. Raises TypeError if that is no `type`.
  def __converted(value, method, type)
    return unless __responds?(value, method)

    result = value.__send__(method)
    return result if result.nil? || type === result

    raise TypeError, "can't convert #{value.class} to #{type} (#{value.class}##{method} gives #{result.class})"
  rescue NoMethodError => e
    raise unless e.name == method && e.receiver.equal?(value)
  end

  # A BasicObject has no respond_to? of its own.
  def __responds?(value, method)
    return value.respond_to?(method, true) if Kernel === value

    instance_method(:respond_to?).bind_call(value, method, true)
  end

  def __class_of(value) = instance_method(:class).bind_call(value)
end

class Numeric
  def clone(freeze: true)
    raise ArgumentError, "can't unfreeze #{self.class}" if freeze == false

    self
  end

  def dup = self
end
