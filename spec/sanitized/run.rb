# frozen_string_literal: true

# What mruby's own tests and the programs of spec/guest do in a guest with sanitizers: the same as in a sandbox, also
# with stacks that move at every call and with a full GC at every few allocations, and nothing that a sanitizer finds.
#
#   ruby -Ilib spec/sanitized/run.rb MRUBY_SOURCE

require_relative "../../fuzz/sanitized_guest"
require_relative "../mruby/suite"
require_relative "../support/guest_programs"

module SanitizedRun
  LIMITS = { seconds: 3600, memory: 512 << 20 }.freeze
  TESTS = [{ moves: true }, { gc_period: 1 }].freeze
  PROGRAMS = [{ moves: true }, { gc_period: 11 }].freeze
  WORKERS = 2
  # Programs that print a float whose last digit the C library of 32 bits computes otherwise.
  OTHER_DIGIT = %w[programs/statistics_toolkit].freeze

  class << self
    def call(source)
      check_sanitizers
      tests = TESTS.all? { |variant| MrubySuite.new(source, SanitizedGuest.new(**LIMITS, **variant)).run }
      tests && programs
    end

    private

    # Without a fault where one is planted, nothing else means anything.
    def check_sanitizers
      guest = SanitizedGuest.new(**LIMITS)
      { "overrun" => /AddressSanitizer: heap-buffer-overflow/, "overflow" => /signed integer overflow/ }
        .each do |method, report|
        guest.eval("Host::List.#{method}")
        raise "no sanitizer finds the fault in #{method}"
      rescue SanitizedGuest::Fault => e
        raise unless e.message.match?(report)
      end
    end

    def programs
      names = Queue.new(GuestPrograms::SOURCES.keys).close
      failures = Array.new(WORKERS) { Thread.new { work(names) } }.flat_map(&:value)
      puts failures, "programs: #{failures.size} failures in #{GuestPrograms::SOURCES.size}"
      failures.empty?
    end

    def work(names)
      guests = PROGRAMS.map { |variant| SanitizedGuest.new(**LIMITS, **variant, services: {}) }
      failures = []
      while (name = names.pop)
        expected = GuestPrograms.expected(name)
        failures.concat(guests.filter_map { |guest| failure(guest, name, expected) })
      end
      failures
    end

    def failure(guest, name, expected)
      guest.eval("#{GuestPrograms::SOURCES.fetch(name)}\nnil")
      "#{name} prints something else" unless guest.stdout == expected || OTHER_DIGIT.include?(name)
    rescue Kobako::Error => e
      raises = GuestPrograms::KNOWN.dig(name, "raises")
      "#{name}: #{e.class}: #{e.message}" unless raises && e.message.start_with?(raises) && guest.stdout == expected
    end
  end
end

exit SanitizedRun.call(ARGV.fetch(0)) if $PROGRAM_NAME == __FILE__
