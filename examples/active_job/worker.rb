# frozen_string_literal: true

# A process that performs jobs. One of the same name takes on what it has under way when it is killed.

require_relative "app"

Delayed::Worker.sleep_delay = 0.1
Delayed::Worker.logger = Logger.new($stderr)
worker = Delayed::Worker.new(queues: %w[scripts])
worker.name = "worker-1"
worker.start
