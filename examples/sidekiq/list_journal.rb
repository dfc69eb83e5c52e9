# frozen_string_literal: true

require "kobako"

# A journal in a list of Redis, an element for each entry: a call before it is made, its answer before the script has
# it.
class ListJournal
  # @return [Kobako::Journal] that goes on where the list ends
  def self.open(redis, key) = Kobako::Journal.load(redis.lrange(key, 0, -1).join, append_to: new(redis, key))

  def initialize(redis, key)
    @redis = redis
    @key = key
  end

  def write(bytes) = @redis.rpush(@key, bytes)
end
