# == Rescue and ensure
class AppError < StandardError
  def initialize(message = "application failed") = super
end

class ValidationError < AppError
  attr_reader :field

  def initialize(field, message = nil)
    @field = field
    super(message || "#{field} is invalid")
  end
end

class NetworkError < AppError; end

def attempt
  yield
rescue ValidationError => e
  "validation: #{e.message} (#{e.field})"
rescue NetworkError, ZeroDivisionError => e
  "infrastructure: #{e.class}: #{e.message}"
rescue AppError
  "app"
else
  "fine"
ensure
  print "[ensure] "
end

puts attempt { 1 }
puts attempt { raise ValidationError, :age }
puts attempt { raise ValidationError.new(:name, "too short") }
puts attempt { raise NetworkError }
puts attempt { 1 / 0 }
puts attempt { raise AppError }
begin
  attempt { raise "other" }
rescue => e
  puts e.inspect
end

tries = 0
begin
  tries += 1
  raise NetworkError, "try #{tries}" if tries < 3

  puts "connected after #{tries}"
rescue NetworkError => e
  puts e.message
  retry
end

begin
  begin
    raise KeyError, "inner"
  rescue KeyError
    raise AppError, "outer"
  end
rescue AppError => e
  puts "#{e.message} caused by #{e.cause.class}: #{e.cause.message}"
end

def order
  log = []
  begin
    log << :body
    return log
  ensure
    log << :ensure
  end
end
p order

def value_of_ensure
  return 1
ensure
  2
end
p value_of_ensure

puts [ValidationError.ancestors.take(3).inspect, ValidationError.new(:x).is_a?(StandardError)]
puts (Integer("zz") rescue "not a number")
p [1, 2, 3].each { |n| break n * 10 if n == 2 }
error = RuntimeError.new("boom")
p error.message, error.full_message.include?("boom"), error.backtrace
begin
  raise error
rescue => same
  p same.equal?(error), same.backtrace.class
end
begin
  raise Class.new(StandardError), "anonymous"
rescue => e
  p e.message
end
begin
  raise "a" "b"
rescue RuntimeError => e
  p e
end
begin
  raise 42
rescue TypeError => e
  puts e.message
end
def checked(n) = n.positive? ? n : raise(ArgumentError, "need a positive number, got #{n}")
[3, -3].each { |n| puts checked(n) rescue puts "rescued: #{$!.message}" }
x = catch(:done) do
  10.times { |i| throw :done, i if i == 4 }
  :never
end
p x

# == Causes and raising again
# Bare raise, $!, causes, retry and ensure in nested begin blocks.
class FetchError < StandardError
  def initialize(message = "fetch failed") = super
end

def fetch(url)
  raise ArgumentError, "bad url #{url.inspect}" if url.empty?

  raise IOError, "timeout"
rescue IOError
  raise FetchError
end

def explain(error)
  lines = []
  while error
    lines << "#{error.class}(#{error.message})"
    error = error.cause
  end
  lines.join(" <- ")
end

["", "http://x"].each do |url|
  fetch(url)
rescue StandardError => e
  puts explain(e)
end

begin
  begin
    raise "inner"
  rescue
    puts "handling #{$!.message}"
    raise
  ensure
    puts "ensured with #{$!.message}"
  end
rescue => e
  puts "same: #{e.equal?($!)}"
end
puts $!.inspect

def attempt
  tries = 0
  begin
    tries += 1
    raise "fail #{tries}" if tries < 3

    "worked after #{tries}"
  rescue RuntimeError => e
    puts e.message
    retry
  else
    "else after #{tries}"
  ensure
    puts "closing"
  end
end
puts attempt

def helper = raise
begin
  begin
    Integer("4x")
  rescue ArgumentError
    [1].each { helper }
  end
rescue => e
  puts e.message
end

begin
  begin
    raise "one"
  rescue => e
    raise KeyError.new("two"), cause: e
  end
rescue => e
  puts explain(e)
end
begin
  raise TypeError.new("alone"), cause: nil
rescue => e
  puts e.cause.inspect
end
value = (raise "oops" rescue "rescued #{$!.message}")
puts value

ERRORS = [ZeroDivisionError, KeyError].freeze
[-> { 1 / 0 }, -> { {}.fetch(:k) }, -> { nil + 1 }].each do |work|
  work.call
rescue *ERRORS => e
  puts "expected #{e.message}"
rescue NoMethodError
  puts "no method"
end
result = [1, 0].map { |n| 10 / n rescue Float::INFINITY }
puts result.inspect

class Quiet < StandardError
  def message = "custom message"
end
begin
  raise Quiet
rescue => e
  puts e.message, e.full_message.include?("Quiet")
end
def early
  return :returned
ensure
  puts "ensure runs"
end
puts early

# == Retry, hierarchies and printing
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

# == What may be raised
# What may be raised, and constants that are set once.
module M; end
M::X ||= 5
M::X ||= 6
p M::X
p(M::Y ||= [1])
module M; Z ||= 3; Z ||= 4; end
p M::Z
class Money; def exception(text = "poor") = RuntimeError.new("money: #{text}"); end
begin; raise Money.new; rescue => e; p e.class, e.message; end
begin; raise Money.new, "rich"; rescue => e; p e.message; end
begin; raise 5; rescue TypeError => e; p e.message; end
begin; raise IOError; rescue => e; p e.message; end
begin; raise ArgumentError.new("x"), "y"; rescue => e; p e.message; end
begin; raise "a", cause: nil; rescue => e; p e.cause; end
begin; "a".to_i(99); rescue => e; p e.message; end
p :sym.encoding.to_s, :é.encoding.to_s

# == Errors of the system
class Missing < Errno::ENOENT; end
p Errno::EINVAL.new.message, Errno::EINVAL.new("x").message, Missing.new("a").message, Missing.new.class
p Missing.new.errno == Errno::ENOENT::Errno, Missing.new.is_a?(SystemCallError), SystemCallError.new("x").message
p((raise Errno::EEXIST, "b" rescue $!.message), Errno::EINVAL.new("m", :at).message, SystemCallError.new("m", Errno::EINVAL::Errno, "at").message)

# == Signals
# Needs Ruby 3.4: quotes
p SignalException.new("INT").message, SignalException.new("SIGINT").signm, SignalException.new(:TERM).signo
p SignalException.new(15).message, SignalException.new(15, "x").message, Interrupt.superclass
[[], ["FOO"], [-1], [500], [nil], ["INT", "x"]].each do |arguments|
  SignalException.new(*arguments)
rescue ArgumentError => e
  puts e.message
end
begin
  raise Interrupt, "stopped"
rescue SignalException => e
  p e, e.signo, Interrupt.new.message, Interrupt.new.signm
end
begin
  raise SignalException, "HUP"
rescue StandardError
  puts "no"
rescue Exception => e
  p e.message, e.signo
end
p SystemCallError === Errno::ENOENT.new, Errno.constants(false).include?(:EACCES)
