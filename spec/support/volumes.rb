# frozen_string_literal: true

require "support/host_objects"
require "support/memory_use"
require "support/processes"

# Guests that do very much, and what stays of it in the host's process.
module Volumes
  include MemoryUse
  include Processes

  def sandbox_with(options = {}, **services)
    Kobako::Sandbox.new(timeout: nil, memory_limit: 64 << 20, **options).tap do |sandbox|
      services.each { |member, object| sandbox.define(:Host).bind(member, object) }
    end
  end

  # What `code` gives after `first` in a process of its own, and the bytes by which that grows. `bind` is Ruby that
  # binds services to `host`.
  def grown(bind:, first:, code:)
    printed = in_process(<<~RUBY)
      sandbox = Kobako::Sandbox.new(timeout: nil, memory_limit: 64 << 20)
      host = sandbox.define(:Host)
      #{bind}
      sandbox.eval(#{first.dump})
      before = resident
      value = sandbox.eval(#{code.dump})
      print value, " ", resident - before
    RUBY
    printed.split.map { |number| Integer(number) }
  end

  # A request as a guest would send it.
  def request(method, arguments, words = {})
    Kobako::Codec::Encoder.encode(["Host::It", method, arguments, words, false])
  end

  def dispatcher(object)
    service = Kobako::Transport::Service.new("Host::It", object)
    Kobako::Transport::Dispatcher.new({ "Host::It" => service })
  end

  def names(range) = range.map { |number| :"guest #{object_id} #{number}" }
end
