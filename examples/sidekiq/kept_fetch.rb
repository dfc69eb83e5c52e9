# frozen_string_literal: true

require "sidekiq"

# Sidekiq alone forgets the jobs of a process that is killed. This keeps them in a list of their process until they end;
# a process that starts gives back to the queue what the one of its name had before it.
class KeptFetch
  # A job that is in the list.
  Work = Struct.new(:queue, :job, :list) do
    def queue_name = queue.delete_prefix("queue:")

    def acknowledge = Sidekiq.redis { |redis| redis.lrem(list, 1, job) }

    def requeue
      Sidekiq.redis do |redis|
        redis.multi do |all|
          all.rpush(queue, job)
          all.lrem(list, 1, job)
        end
      end
    end
  end

  def initialize(queue, process)
    @queue = "queue:#{queue}"
    @list = "kept:#{process}"
  end

  def give_back
    Sidekiq.redis { |redis| nil while redis.lmove(@list, @queue, "LEFT", "RIGHT") }
  end

  def retrieve_work
    job = Sidekiq.redis { |redis| redis.blmove(@queue, @list, "RIGHT", "LEFT", timeout: 2) }
    Work.new(@queue, job, @list) if job
  end

  # At the end of a process.
  def bulk_requeue(works, _options) = works.each(&:requeue)
end
