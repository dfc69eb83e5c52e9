# Exception: ==, what is shown of it, and the exceptions with a key or a receiver.
class Exception
  def self.to_tty? = false

  def ==(other)
    equal?(other) || (other.class == self.class && message == other.message && backtrace == other.backtrace)
  end

  # The message with the class, in bold and underlined with `highlight: true`.
  def detailed_message(highlight: false, **)
    Exception.__decorated(message, self.class, highlight)
  end

  # What is printed of an exception that nobody rescues, its causes included.
  def full_message(highlight: Exception.to_tty?, order: :top, **options)
    __check_full_message(highlight, order)
    parts = __causes.map { |error| error.__parts(highlight, options) }
    return parts.map { |head, rest| [head, *rest.map { |line| "\tfrom #{line}\n" }].join }.join if order != :bottom

    title = highlight ? "\e[1mTraceback\e[m" : "Traceback"
    head, rest = parts.first
    width = rest.size.to_s.size
    lines = rest.each_with_index.map { |line, i| "\t#{(i + 1).to_s.rjust(width)}: from #{line}\n" }
    "#{title} (most recent call last):\n#{lines.reverse.join}#{head}"
  end

  def backtrace_locations
    backtrace&.map { |line| __location(line) } unless __backtrace_set?
  end

  alias __set_backtrace set_backtrace

  def set_backtrace(lines, &_block)
    __set_backtrace(Array === lines && lines.none?(String) ? lines.map(&:to_s) : lines)
  end

  # The exception and what caused it, each once.
  def __causes
    seen = { self => true }.compare_by_identity
    error = self
    seen[error] = true while (error = error.cause) && !seen.key?(error)
    seen.keys
  end

  # The first lines, with the place, and the lines that follow.
  def __parts(highlight, options)
    lines = backtrace || caller_locations(0, 1).map(&:to_s)
    text = respond_to?(:detailed_message) ? detailed_message(highlight: highlight, **options) : nil
    text = text.to_str if !text.nil? && !(String === text) && text.respond_to?(:to_str)
    text = highlight ? "\e[1;4m#{self.class}\e[m" : self.class.to_s unless String === text && !text.empty?
    text += "\n" unless text.end_with?("\n")
    [lines.empty? ? text : "#{lines.first}: #{text}", lines.drop(1)]
  end

  def __check_full_message(highlight, order)
    unless [true, false, nil].include?(highlight)
      raise ArgumentError, "expected true or false as highlight: #{highlight.inspect}"
    end
    return if [:top, :bottom, nil].include?(order)

    raise ArgumentError, "expected :top or :bottom as order: #{order.inspect}"
  end
  private :__check_full_message
end

class << Exception
  def __decorated(message, type, highlight)
    name = type.to_s
    if message.empty?
      text = type == RuntimeError ? "unhandled exception" : name
      return highlight ? "\e[1;4m#{text}\e[m" : text
    end
    first, rest = message.split("\n", 2)
    name = nil if name.start_with?("#")
    return [first + (name ? " (#{name})" : ""), rest].compact.join("\n") unless highlight

    head = "\e[1m#{first}#{" (\e[1;4m#{name}\e[m\e[1m)" if name}\e[m"
    [head, *rest&.split("\n")&.map { |line| "\e[1m#{line}\e[m" }].join("\n")
  end
end

def Errno.constants(*) = __errno_list(Module.instance_method(:constants).bind_call(self))

class NameError
  def initialize(message = nil, name = nil, receiver: (none = true))
    super(message)
    @name = name
    __receive(receiver) unless none
  end
end

class NoMethodError
  def initialize(message = nil, name = nil, args = [], priv = false, receiver: (none = true))
    none ? super(message, name) : super(message, name, receiver: receiver)
    @args = args
    @private_call = priv
  end

  def private_call? = @private_call ? true : false
end

class LocalJumpError
  # What was jumped by: :break, :return and so on.
  def reason = %i[break return next redo retry].find { |word| message.include?(word.name) } || :noreason

  # What `break` or `return` gives is not kept.
  def exit_value = nil
end

class SyntaxError
  # The file of the source, as it was named.
  def path = Regexp.__aside { message[/\A(.+?):\d+: /, 1] }
end

class KeyError
  def initialize(message = nil, receiver: (unknown = true), key: (keyless = true))
    super(message)
    @receiver = receiver unless unknown
    @key = key unless keyless
  end

  def __at(key, receiver)
    @key = key
    @receiver = receiver
    self
  end

  def key = __known(:@key, "key")
  def receiver = __known(:@receiver, "receiver")
end

class FrozenError
  def initialize(message = nil, receiver: (unknown = true))
    super(message)
    @receiver = receiver unless unknown
  end

  def receiver = __known(:@receiver, "receiver")
end

class NoMatchingPatternKeyError < NoMatchingPatternError
  def initialize(message = nil, matchee: (unknown = true), key: (keyless = true))
    super(message)
    @matchee = matchee unless unknown
    @key = key unless keyless
  end

  def matchee = __known(:@matchee, "matchee")
  def key = __known(:@key, "key")
end

class Exception
  private

  def __known(variable, name)
    instance_variable_defined?(variable) or raise ArgumentError, "no #{name} is available"
    instance_variable_get(variable)
  end
end

class SecurityError < Exception; end
class ThreadError < StandardError; end
class ClosedQueueError < StopIteration; end
