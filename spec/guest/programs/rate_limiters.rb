# frozen_string_literal: true

# Token bucket, fixed window, sliding log, leaky bucket and a circuit breaker, on a clock of their own.
class Clock
  attr_reader :now

  def initialize = @now = 0.0
  def advance(seconds) = @now = (@now + seconds).round(3)
end

class TokenBucket
  def initialize(clock, rate:, burst:)
    @clock, @rate, @burst = clock, rate, burst
    @tokens, @last = burst.to_f, clock.now
  end

  def allow?(cost = 1)
    @tokens = [@burst, @tokens + (@clock.now - @last) * @rate].min
    @last = @clock.now
    return false if @tokens < cost

    @tokens -= cost
    true
  end
end

class FixedWindow
  def initialize(clock, limit:, per:) = (@clock, @limit, @per, @counts = clock, limit, per, Hash.new(0))
  def allow?(_ = 1) = (@counts[(@clock.now / @per).floor] += 1) <= @limit
end

class SlidingLog
  def initialize(clock, limit:, per:)
    @clock, @limit, @per = clock, limit, per
    @log = []
  end

  def allow?(_ = 1)
    @log.shift while @log.first && @log.first <= @clock.now - @per
    @log.size < @limit && @log.push(@clock.now) && true
  end
end

class LeakyBucket
  def initialize(clock, capacity:, leak:) = (@clock, @capacity, @leak, @level, @last = clock, capacity, leak, 0.0, 0.0)

  def allow?(amount = 1)
    @level = [0, @level - (@clock.now - @last) * @leak].max
    @last = @clock.now
    (@level + amount <= @capacity).tap { |ok| @level += amount if ok }
  end
end

steps = [0, 0, 0, 0, 0.5, 0.5, 0.1, 2.0, 0, 0, 0, 5]
limiters = {
  "token bucket" => ->(c) { TokenBucket.new(c, rate: 1, burst: 3) }, "fixed window" => ->(c) { FixedWindow.new(c, limit: 3, per: 2) },
  "sliding log" => ->(c) { SlidingLog.new(c, limit: 3, per: 2) }, "leaky bucket" => ->(c) { LeakyBucket.new(c, capacity: 2, leak: 0.5) }
}
limiters.each do |name, build|
  clock = Clock.new
  limiter = build.(clock)
  marks = steps.map { |wait| clock.advance(wait) && limiter.allow? ? "#" : "." }
  puts "#{name.ljust(13)} #{marks.join} #{marks.tally.sort.map { |m, n| "#{m}#{n}" }.join(' ')}"
end

class Breaker
  class Open < StandardError; end
  attr_reader :state

  def initialize(clock, threshold: 2, cool_down: 3) = (@clock, @threshold, @cool_down, @failures, @state = clock, threshold, cool_down, 0, :closed)

  def call
    if @state == :open
      raise Open, "open for #{@cool_down - (@clock.now - @opened)} s more" if @clock.now - @opened < @cool_down

      @state = :half_open
    end
    yield.tap { @failures, @state = 0, :closed }
  rescue Open
    raise
  rescue StandardError
    @failures += 1
    @opened, @state = @clock.now, :open if @failures >= @threshold || @state == :half_open
    raise
  end
end
clock = Clock.new
breaker = Breaker.new(clock)
[:ok, :fail, :fail, :ok, :wait, :fail, :wait, :ok].each do |step|
  next clock.advance(3.5) if step == :wait

  clock.advance(1)
  result = breaker.call { step == :fail ? raise("boom") : "fine" }
  puts "#{clock.now} #{result} #{breaker.state}"
rescue Breaker::Open, RuntimeError => e
  puts "#{clock.now} #{e.class}: #{e.message} #{breaker.state}"
end

def with_retry(times:, base: 0.1, on: StandardError, sleeper:)
  attempt = 0
  begin
    yield attempt += 1
  rescue *Array(on) => e
    raise unless attempt < times

    sleeper << (base * 2**(attempt - 1)).round(2)
    retry
  ensure
    sleeper << :tried
  end
end
sleeps = []
puts with_retry(times: 4, sleeper: sleeps) { |n| n < 3 ? raise("no #{n}") : "done after #{n}" }, sleeps.inspect
begin
  with_retry(times: 2, on: [KeyError, ZeroDivisionError], sleeper: sleeps.clear) { |n| 1 / (n - n) }
rescue ZeroDivisionError => e
  puts "gave up: #{e.message}", sleeps.inspect
end
