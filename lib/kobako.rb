# frozen_string_literal: true

require_relative "kobako/version"
require_relative "kobako/errors"
require_relative "kobako/transport/error"
require_relative "kobako/transport/rejection"
require_relative "kobako/codec/error"
require_relative "kobako/fault"
require_relative "kobako/usage"
require_relative "kobako/capture"
require_relative "kobako/native"
require_relative "kobako/codec"
require_relative "kobako/codec/natives"
require_relative "kobako/runtime"
require_relative "kobako/execution"
require_relative "kobako/event"
require_relative "kobako/subscribers"
require_relative "kobako/notifications"
require_relative "kobako/outcome/panic"
require_relative "kobako/outcome"
require_relative "kobako/handle"
require_relative "kobako/guest_value"
require_relative "kobako/location"
require_relative "kobako/transport/dispatcher"
require_relative "kobako/transport/recorder"
require_relative "kobako/catalog/bindings"
require_relative "kobako/catalog/snippets"
require_relative "kobako/transport/link"
require_relative "kobako/program"
require_relative "kobako/sandbox_options"
require_relative "kobako/resumption"
require_relative "kobako/suspend"
require_relative "kobako/entrypoint"
require_relative "kobako/runner"
require_relative "kobako/latest_run"
require_relative "kobako/option_readers"
require_relative "kobako/sandbox"
require_relative "kobako/expose"
require_relative "kobako/tools"

Kobako::Native.ship(Kobako::Sandbox::DEFAULT_WASM_PATH)

# Runs untrusted Ruby inside a Ruby process; see {Sandbox}.
module Kobako
  # Loaded where a run has one.
  autoload :Journal, "kobako/journal"
  autoload :Trace, "kobako/trace"
  # Loaded where it is used, with Ruby's own JSON.
  autoload :Job, "kobako/job"

  class << self
    # Calls a block with each run that ends from now on, in any sandbox of this process, on the thread that ran it.
    # What the block raises is warned of, and changes nothing for the run. Where ActiveSupport is loaded, the
    # notification "run.kobako" tells the same.
    #
    # @example
    #   Kobako.subscribe { |event| StatsD.timing("script.#{event.outcome}", event.usage.wall_time) }
    # @yieldparam event [Event]
    # @return [Proc] to be given to {unsubscribe}
    # @raise [ArgumentError] without a block
    def subscribe(&block)
      raise ArgumentError, "subscribe takes a block" unless block

      Subscribers.add(block)
    end

    # @param subscription [Proc] that {subscribe} gave
    # @return [Boolean] whether it was subscribed
    def unsubscribe(subscription) = Subscribers.remove(subscription)

    # Makes all that is made once in a process: the engine, the guest's machine code, the image of its memory. Processes
    # that are forked from now on have it too, and begin their first run as they begin every other.
    #
    # @example In config/puma.rb
    #   before_fork { Kobako.warm }
    # @return [nil]
    # @raise [SetupError] when the guest cannot be loaded
    def warm = Tools.runtime(nil).eval("nil")

    # What kobako holds in this process.
    #
    # @return [Hash{Symbol => Integer, nil}] slots: runs that can be under way at once; slots_in_use: those that are,
    #   nil where no pool could be reserved; guests: wasm files that are loaded; programs: kept compiled, for all
    #   sandboxes; program_bytes: the memory of these
    def stats
      guests, programs, program_bytes = Runtime.kept
      { slots: Runtime::SLOTS, slots_in_use: Runtime.slots_in_use, guests:, programs:, program_bytes: }
    end
  end
end
