# Proc: what is told of those that methods, symbols and curry gave (`__origin`: the method, the symbol, true),
# composition and currying.
class Proc
  alias __binding binding
  alias __arity arity
  alias __inspect inspect
  alias __parameters parameters
  alias __source_location source_location

  def arity
    case origin = __origin
    when nil then __arity
    when Symbol then -2
    when true then -1
    else origin.arity
    end
  end

  # As a lambda has them with `lambda: true`, as a proc has them with `lambda: false`.
  def parameters(lambda: nil)
    case origin = __origin
    when nil then lambda.nil? ? __parameters : __like(lambda).__parameters
    when Symbol then [[:req], [:rest]]
    when true then [[:rest]]
    else origin.parameters
    end
  end

  def source_location
    origin = __origin
    return __source_location if origin.nil?

    origin.source_location if UnboundMethod === origin || Method === origin
  end

  def binding
    origin = __origin
    return __binding if origin.nil?
    raise ArgumentError, "Can't create Binding from C level Proc" unless Method === origin

    origin.receiver.instance_eval { binding }
  end

  def inspect
    origin = __origin
    return Regexp.__aside { __inspect.sub(" -:-", "") }.b if origin.nil? || origin == true

    place = "(&#{origin.inspect})" if Symbol === origin
    place ||= origin.source_location&.then { |file, line| " #{file}:#{line}" }
    "#{Regexp.__aside { __inspect[/\A#<Proc:0x\h+/] }}#{place} (lambda)>".b
  end
  alias to_s inspect

  def ===(...) = call(...)
  def yield(...) = call(...)

  def <<(other)
    Proc.__callable(other)
    lambda = !(Proc === other) || other.lambda?
    ->(*args, **options, &block) { call(other.call(*args, **options, &block)) }.__like(lambda)
  end

  def >>(other)
    Proc.__callable(other)
    ->(*args, **options, &block) { other.call(call(*args, **options, &block)) }.__like(lambda?)
  end

  def curry(count = nil)
    required = arity < 0 ? -arity - 1 : arity
    Proc.__check_curry(count, required, parameters) if count && lambda?
    __curried(count || required, [])
  end

  # The keywords in its rest are handed on as keywords.
  def ruby2_keywords
    kinds = parameters.map(&:first)
    return __hand_keywords if kinds.include?(:rest) && !kinds.intersect?(%i[key keyreq keyrest])

    warn("Skipping set of ruby2_keywords flag for proc (proc accepts keywords or proc does not accept argument splat)",
         uplevel: 0)
    self
  end

  # A copy that is a lambda, or none.
  def __like(lambda)
    copy = dup
    copy.__lambda = lambda
    copy
  end

  # What takes one array apart for a lambda as a block does; a method stays as it is.
  def __blocklike
    return self if !lambda? || __origin

    kinds = parameters.map(&:first) & %i[req opt rest] == [:rest] ? [:req] : parameters.map(&:first)
    most = kinds.include?(:rest) ? nil : kinds.count(:req) + kinds.count(:opt)
    needed = kinds.count(:req)
    return self if most == 1 || (most.nil? && needed == 0 && kinds.count(:opt) == 1)

    proc do |one|
      values = __try_array(one) || [one]
      values = values.first(most) if most
      call(*values, *Array.new([needed - values.size, 0].max))
    end
  end

  # The same, or nil for a block that is no lambda.
  def __loose = lambda? ? __blocklike : nil

  # A proc that collects arguments from those `given` on until there are `count`, and calls then.
  def __curried(count, given)
    proc = self
    curried = lambda do |*args, &block|
      args = given + args
      args.size >= count ? proc.call(*args, &block) : proc.__curried(count, args)
    end
    curried = curried.__like(lambda?)
    curried.__origin = true
    curried
  end
end

class << Proc
  def __callable(object)
    raise TypeError, "callable object is expected" unless object.respond_to?(:call)
  end

  def __check_curry(count, required, parameters)
    kinds = parameters.map(&:first)
    most = required + kinds.count(:opt)
    rest = kinds.include?(:rest)
    return if count >= required && (rest || count <= most)

    expected = rest ? "#{required}+" : [required, most].uniq.join("..")
    raise ArgumentError, "wrong number of arguments (given #{count}, expected #{expected})"
  end
end
