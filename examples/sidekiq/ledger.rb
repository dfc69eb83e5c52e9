# frozen_string_literal: true

require "sidekiq"

# The service: adds amounts to the account of one job. The same entry again changes nothing, so that a call can be made
# again of which nobody knows whether it was made.
class Ledger
  # Seconds to and from what is at the other end of a network.
  WAY = Float(ENV.fetch("WAY", "0.001"))

  def initialize(account) = @account = account

  # @param entry [Integer] its number
  # @param amount [Integer]
  # @return [Integer] the amount
  def add(entry, amount)
    sleep(WAY)
    Sidekiq.redis do |redis|
      redis.hset("account:#{@account}", entry, amount)
      redis.rpush("calls:#{@account}", "#{entry} #{answered(redis)}")
    end
    sleep(WAY)
    amount
  end

  private

  # For check.rb: the calls that have an answer in the journal.
  def answered(redis)
    journal = Kobako::Journal.load(redis.lrange("journal:#{@account}", 0, -1).join)
    journal.size - journal.unknown.size
  end
end
