# frozen_string_literal: true

require_relative "kept_fetch"
require_relative "ledger"
require_relative "list_journal"

# Performs a Kobako::Job to its end, over as many processes as it takes, with one journal.
class ScriptJob
  include Sidekiq::Job
  sidekiq_options queue: "scripts"

  CATALOG = Kobako::Job::Catalog.new
  CATALOG.bind("ledger", only: %i[add]) { |job| Ledger.new(job.key) }
  # The highest that a job may ask for.
  AT_MOST = { timeout: 10, memory_limit: 16 << 20, max_calls: 1_000 }.freeze

  # @param json [String] of a Kobako::Job
  def perform(json)
    job = Kobako::Job.from_json(json)
    Sidekiq.redis do |redis|
      # A process may be killed between a job's end and the word of it.
      next if redis.hexists("outcomes", job.key)

      # Ledger#add may be asked again, so that a call of which nobody knows is.
      outcome = job.perform(catalog: CATALOG, journal: ListJournal.open(redis, "journal:#{job.key}"),
                            on_unknown: :ask, at_most: AT_MOST)
      raise outcome.error if outcome.retryable? # Sidekiq tries again later

      redis.multi do |all|
        all.hset("outcomes", job.key, outcome.to_json)
        all.rpush("ended", job.key)
        all.del("journal:#{job.key}")
      end
    end
  end
end

Sidekiq.configure_server do |config|
  config.options[:fetch] = fetch = KeptFetch.new("scripts", ENV.fetch("PROCESS"))
  config.on(:startup) { fetch.give_back }
end
