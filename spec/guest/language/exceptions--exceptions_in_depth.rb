# frozen_string_literal: true

# retry, ensure, raise … cause, exception hierarchies, rescue with splats and methods, full printing.
class AppError < StandardError
  attr_reader :context

  def initialize(message = "app failed", **context)
    super(message)
    @context = context
  end

  def detailed = context.empty? ? message : "#{message} (#{context.map { |k, v| "#{k}: #{v}" }.join(', ')})"
end
class NotFound < AppError
  def message = "not found: #{super}"
end
Timeout = Class.new(AppError)
RETRYABLE = [Timeout, IOError].freeze

def explain(error, depth = 0)
  line = "#{'  ' * depth}#{error.class}: #{error.respond_to?(:detailed) ? error.detailed : error.message}"
  [line, *(explain(error.cause, depth + 1) if error.cause)]
end

def risky(step)
  case step
  when 1 then raise NotFound.new("page", id: 7)
  when 2 then Integer("zz")
  when 3 then [].fetch(3)
  when 4 then { a: 1 }.fetch(:b)
  when 5 then raise Timeout
  when 6 then raise "plain"
  when 7 then nil.upcase
  when 8 then raise Class.new(AppError), "anonymous"
  when 9 then raise IndexError
  when 10 then 1 / 0
  when 11 then raise AppError.new(a: 1), cause: nil
  when 12 then raise KeyError.new("custom", receiver: {}, key: :k)
  else throw :unknown
  end
end

(1..13).each do |step|
  risky(step)
rescue AppError => e
  puts "app #{explain(e).join(' | ').sub(/#<Class:\w+>/, '#<Class>')}"
rescue ArgumentError, IndexError => e
  puts "#{e.class}: #{e.message}"
rescue ZeroDivisionError, NoMethodError => e
  puts "caught #{e.class}"
rescue => e
  puts "other #{e.class}: #{e.message}"
end

def wrapped
  yield
rescue ArgumentError => e
  raise AppError.new("wrapped", by: :method)
rescue ZeroDivisionError
  raise AppError, "re-raised", cause: RuntimeError.new("explicit")
end
[-> { Integer("x") }, -> { 1 / 0 }, -> { wrapped { Float("y") } }].each do |action|
  wrapped(&action)
rescue AppError => e
  puts explain(e)
end

log = []
attempts = 0
value = begin
  attempts += 1
  log << "try #{attempts}"
  raise Timeout.new(n: attempts) if attempts < 3
  raise "fatal" if attempts > 5

  "worked"
rescue *RETRYABLE => e
  log << e.detailed
  retry
else
  log << "else"
  "value of else"
ensure
  log << "ensure"
  "ignored"
end
p value, log

def order(list, how)
  list << :body
  return list << :returned if how == :return

  raise "x" if how == :raise
rescue StandardError
  list << :rescue
else
  list << :else
ensure
  list << :ensure
end
p order([], :none), order([], :return), order([], :raise)
def ensure_wins = begin; return 1; ensure; puts "leaving"; end
def explicit_return_in_ensure
  raise "lost"
ensure
  return :swallowed
end
p ensure_wins, explicit_return_in_ensure, [1, 2, 3].each { |x| break x * 10 if x == 2 }, (Integer("q") rescue -1), [1, 0, 2].map { |d| 10 / d rescue Float::INFINITY }
matcher = Module.new { def self.===(error) = error.message.start_with?("E42") }
["E42: special", "E1: normal"].each do |m|
  raise m
rescue matcher then puts "matched #{$!.message}"
rescue RuntimeError then puts "fell through #{$!.message}"
end
p $!, (begin; raise "a"; rescue; $!.message; end)
e = RuntimeError.new("original")
copy = e.exception("changed")
p copy.message, copy.class, e.exception.equal?(e), e.message, e.inspect, RuntimeError.new.message, AppError.new.message, (raise AppError rescue $!.message), e.full_message(highlight: false, order: :top).lines.first.include?("original"), e == RuntimeError.new("original"), e.backtrace, StandardError.new(nil).message, StandardError.new(5).message, [e.cause, copy.cause]
begin
  begin
    raise "first"
  ensure
    raise "second" rescue puts "inner #{$!.message} < #{$!.cause&.message}"
  end
rescue => e
  puts "outer #{e.message}"
end
r = catch(:done) do
  10.times { |i| 10.times { |j| throw :done, [i, j] if i * j == 42 } }
  :never
end
p r, catch { |tag| throw tag, 7 }, catch(:x) { 5 }, catch(:a) { catch(:b) { throw :a, 1 }; 2 }
begin
  throw :nobody, 1
rescue UncaughtThrowError => e
  p e.message, e.tag, e.value
end
p [StopIteration, KeyError, FrozenError, FloatDomainError, NotImplementedError, NoMatchingPatternError].map(&:superclass), (Float::NAN.to_i rescue $!.class)
