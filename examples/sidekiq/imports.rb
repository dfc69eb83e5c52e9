# frozen_string_literal: true

require_relative "script_job"

# Sidekiq 6 calls what is deprecated since.
Redis.silence_deprecations = true

# The jobs of check.rb, and what became of them.
class Imports
  CALLS = 20

  def initialize(count) = @numbers = (1..count)

  # @return [Kobako::Job] of a script that makes its calls one after the other
  def self.job(number, calls: CALLS)
    code = <<~RUBY
      total = 0
      #{calls}.times { |entry| total += Bank::Ledger.add(entry, entry * #{number}) }
      total
    RUBY
    Kobako::Job.new(code:, services: { "Bank::Ledger" => "ledger" }, limits: { timeout: 10 }, key: "import-#{number}")
  end

  def enqueue(numbers = @numbers) = numbers.each { |number| ScriptJob.perform_async(Imports.job(number).to_json) }

  def ended? = keys.size >= @numbers.size

  # @return [Array<String>] of the jobs that ended, in that order
  def keys = redis { |redis| redis.lrange("ended", 0, -1) }

  # @return [Array<Integer>] jobs whose value or whose account is not what it is to be
  def wrong
    @numbers.reject do |number|
      json, account = redis { |redis| [redis.hget("outcomes", key(number)), redis.hvals("account:#{key(number)}")] }
      outcome = Kobako::Job::Outcome.from_json(json)
      outcome.ok? && [outcome.value, account.sum(&:to_i)].all?((0...CALLS).sum * number)
    end
  end

  # @return [Array<Array(Integer, Integer)>] each call that reached the service: its number in its job, and how many
  #   calls had an answer then
  def calls
    @numbers.flat_map do |number|
      redis { |redis| redis.lrange("calls:#{key(number)}", 0, -1) }.map { |text| text.split.map(&:to_i) }
    end
  end

  # @return [Array<Array(Integer, Integer)>] those that were made though they had an answer
  def repeated = calls.reject { |call, answered| call == answered }

  private

  def key(number) = "import-#{number}"

  def redis(&) = Sidekiq.redis(&)
end
