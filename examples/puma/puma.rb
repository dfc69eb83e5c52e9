# frozen_string_literal: true

# Serves config.ru: puma -C examples/puma/puma.rb examples/puma/config.ru

bind "tcp://127.0.0.1:#{ENV.fetch("PORT", "9292")}"
workers 4
threads 4, 4

# A phased restart replaces one worker after the other; Puma has it without preloading only.
preload_app! unless ENV["PRELOAD"] == "no"

# The queue serves more connections than there are threads; Puma 5 may drop some from it at a restart, and so
# does with any app.
queue_requests ENV["QUEUE"] != "no"
drain_on_shutdown
