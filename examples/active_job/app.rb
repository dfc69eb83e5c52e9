# frozen_string_literal: true

require "active_record"
require "active_job"
require "delayed_job_active_record"
require "kobako"
require_relative "services"

ActiveRecord::Base.establish_connection(adapter: "postgresql", host: ENV.fetch("PGHOST"), username: "kobako",
                                        database: "postgres")
ActiveJob::Base.queue_adapter = :delayed_job
ActiveJob::Base.logger = nil

# An entry of a journal: a call before it is made, its answer before the script has it.
class JournalEntry < ActiveRecord::Base
  # Appends entries to those of a run. The index lets one process only add the next.
  class Writer
    def initialize(run)
      @run = run
      @position = run.journal_entries.size
    end

    def write(bytes)
      @run.journal_entries.create!(position: @position, bytes:)
      @position += 1
    end
  end
end

# A job with its journal and what became of it.
class ScriptRun < ActiveRecord::Base
  has_many :journal_entries, -> { order(:position) }

  def self.enqueue(job)
    transaction { PerformScript.perform_later(create!(key: job.key, job: job.to_json).id) }
  end

  # @return [Kobako::Journal] that goes on where the table ends
  def journal = Kobako::Journal.load(journal_entries.map(&:bytes).join, append_to: JournalEntry::Writer.new(self))

  # @return [Kobako::Job::Outcome, nil]
  def outcome = super && Kobako::Job::Outcome.from_json(super)
end

# Performs a run up to its end, or to where it waits.
class PerformScript < ActiveJob::Base
  queue_as :scripts

  CATALOG = Kobako::Job::Catalog.new
  CATALOG.bind("orders", Orders.new, only: %i[late total])
  CATALOG.bind("refunds", only: %i[pay]) { |job| Refunds.new(job.key) }
  AT_MOST = { timeout: 10, max_calls: 1_000 }.freeze

  # Outside of a transaction, whose rollback would take the journal's entries along.
  def perform(id)
    run = ScriptRun.find(id)
    # A refund that waited looks for its approval again, and one of which nobody knows is looked for before it is paid.
    outcome = Kobako::Job.from_json(run.job).perform(catalog: CATALOG, journal: run.journal, ask_again: true,
                                                     on_unknown: :ask, at_most: AT_MOST)
    raise outcome.error if outcome.retryable? # Delayed Job tries again later

    run.update!(status: outcome.status, outcome: outcome.to_json)
  end
end
