# frozen_string_literal: true

require_relative "imports"

# What a journal costs, without a network.
module Figures
  # A service that answers at once.
  class Quick
    def add(_entry, amount) = amount
  end

  ATTEMPTS = 200

  class << self
    # @return [Float] bytes of a journal for each call
    def bytes_per_call = (journal(2000).bytesize - journal(1000).bytesize) / 1000.0

    # @return [Float] microseconds that a replay takes for each call, at best
    def microseconds_per_call
      long, short = [1020, 20].map do |calls|
        journal = journal(calls)
        Array.new(ATTEMPTS) { perform(calls, journal).usage.wall_time }.min
      end
      (long - short) / 1000 * 1e6
    end

    private

    def journal(calls) = Kobako::Journal.new.tap { |journal| perform(calls, journal) }

    def perform(calls, journal)
      outcome = Imports.job(7, calls:).perform(catalog: { "ledger" => Quick.new }, journal:)
      outcome.value && outcome
    end
  end
end
