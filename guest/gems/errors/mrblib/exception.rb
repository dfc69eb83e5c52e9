# Exception#== and full_message, and the exceptions with a key or a receiver.
class Exception
  def ==(other)
    equal?(other) || (other.class == self.class && message == other.message && backtrace == other.backtrace)
  end

  def full_message(**)
    lines = backtrace || []
    place = lines.empty? ? "" : "#{lines.first}: "
    ["#{place}#{message} (#{self.class})", *lines.drop(1).map { |line| "\tfrom #{line}" }].join("\n")
  end
end

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

class FrozenError
  attr_reader :receiver

  def initialize(message = nil, receiver: nil)
    super(message)
    @receiver = receiver
  end
end

class NoMatchingPatternKeyError < NoMatchingPatternError
  attr_reader :matchee, :key

  def initialize(message = nil, matchee: nil, key: nil)
    super(message)
    @matchee = matchee
    @key = key
  end
end

class SecurityError < Exception; end
class SignalException < Exception; end
class Interrupt < SignalException; end
