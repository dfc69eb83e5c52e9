# frozen_string_literal: true

require_relative "fuzz_run"
require_relative "guest_program"
require_relative "mutation"
require_relative "sanitized_guest"
require_relative "../spec/support/guest_programs"

# Random programs and mutated ones under sanitizers, some with a full GC at every few allocations, some with stacks
# that move at every call.
module Sanitized
  CORPUS = GuestPrograms::SOURCES.values.map(&:lstrip).freeze
  VARIANTS = [{}, { gc_period: 11 }, { moves: true }, { gc_period: 1, moves: true }].freeze

  class << self
    def warm_up
      @guests = VARIANTS.map { |variant| SanitizedGuest.new(seconds: 2, memory: 24 << 20, **variant) }
    end

    def check(number)
      random = Random.new(number)
      code = program(random)
      guest = @guests[random.rand(@guests.size)]
      guest.eval(code)
      nil
    rescue SanitizedGuest::Fault => e
      "#{e.message}\n#{code}"
    rescue Kobako::Error
      nil
    end

    private

    def program(random)
      case random.rand(10)
      when 0 then Mutation.text(random, CORPUS[random.rand(CORPUS.size)], CORPUS)
      when 1 then Mutation.text(random, GuestProgram.new(random).source, CORPUS)
      else GuestProgram.new(random).source
      end
    end
  end
end

FuzzRun.main("sanitized", Sanitized.method(:warm_up)) { |number| Sanitized.check(number) } if $PROGRAM_NAME == __FILE__
