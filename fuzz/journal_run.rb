# frozen_string_literal: true

require "kobako"
require "stringio"
require_relative "journal_host"
require_relative "../spec/support/journals"

# One program with its services, its clock and its budget, as it runs along journals.
class JournalRun
  include Journals

  LIMITS = { timeout: 2, memory_limit: 4 << 20, stdout_limit: 10_000, stderr_limit: 1_000 }.freeze
  # How objects are found again: by their keys, by calls that are made again, or not at all.
  MODES = %i[again keys bare].freeze

  attr_reader :code, :mode, :clock

  # @param code [String]
  # @param mode [Symbol] one of {MODES}
  # @param clock [Symbol, nil] :host, or nil for the fixed one
  # @param max_calls [Integer, nil]
  # @param seed [Integer]
  def initialize(code, mode:, clock:, max_calls:, seed:)
    @code = code
    @mode = mode
    @clock = clock
    @max_calls = max_calls
    @seed = seed
  end

  # @return [Array(Hash, String)] how it ends uncut, and what its journal appended
  def whole
    io = StringIO.new("".b)
    journal, shop = fresh { |options| Kobako::Journal.new(**options) }
    [ending(journal.append_to(io), shop), io.string]
  end

  # @return [Array(Hash, String)] how it waits at its first call, and what its journal appended
  def first_wait
    io = StringIO.new("".b)
    journal, shop = fresh(JournalHost::Gate.new { true }) { |options| Kobako::Journal.new(**options) }
    [ending(journal.append_to(io), shop), io.string]
  end

  # @param bytes [String]
  # @param answered [Boolean] whether a call that waits gets an answer
  # @return [Hash] how it ends when it goes on from there
  def continued(bytes, answered: false)
    journal, shop = fresh { |options| Kobako::Journal.load(bytes, **options) }
    given = answered && journal.waiting ? { answer: [1] } : {}
    ending(journal, shop, on_unknown: :ask, **given)
  end

  # Waits at calls, each time to go on in a journal that was dumped and loaded.
  #
  # @param rule [#call] takes how often it waited and how many calls were made since; whether this one waits
  # @return [Hash] how it ends
  def waited(rule)
    bytes = nil
    given = {}
    (0..).each do |waits|
      gate = JournalHost::Gate.new(objects: @mode == :keys) { |asked| rule.call(waits, asked) }
      journal, shop = fresh(gate) { |options| loaded(bytes, options) }
      last = ending(journal, shop, **shop.own(given))
      return { **last, waits:, stuck: gate.stuck? } unless last[:waiting] && waits < 300

      given = gate.given
      bytes = journal.dump
    end
  end

  # @return [Hash] how it ends without a journal
  def bare = ending(nil, shop(JournalHost::Gate.new))

  # @return [Array<Integer>] lengths at which an appended journal ends with an entry
  def self.ends(bytes) = Object.new.extend(Journals).ends(bytes)

  # @param journal [Kobako::Journal, nil]
  # @param shop [JournalHost::Shop]
  # @return [Hash{Symbol => Object}] what can be compared
  def ending(journal, shop, **options)
    run = sandbox(shop).execute(@code, journal:, **options) do |settings|
      settings.max_calls = @max_calls if @max_calls
      settings.record_calls
    end
    { **outcome(run), stdout: run.stdout, stderr: run.stderr, calls: shape(run.calls), waiting: run.waiting&.to_s,
                      replayed: run.calls.count(&:replayed?), dump: journal&.dump }
  end

  private

  def loaded(bytes, options) = bytes ? Kobako::Journal.load(bytes, **options) : Kobako::Journal.new(**options)

  def fresh(gate = JournalHost::Gate.new)
    shop = shop(gate)
    hooks = { identify: ->(object) { object.path if object.is_a?(JournalHost::Item) }, locate: shop.method(:item) }
    [yield(@mode == :keys ? hooks : {}), shop]
  end

  def shop(gate) = JournalHost::Shop.new(gate, @mode == :keys)

  def sandbox(shop)
    shop.bind(Kobako::Sandbox.new(**LIMITS, clock: @clock, seed: @seed), (:again if @mode == :again))
  end

  def outcome(run)
    return { kind: "value", text: FuzzHost.describe(run.value) } if run.ok?
    return { kind: "waits", text: "" } if run.suspended?

    error = run.error
    lines = error.is_a?(Kobako::GuestRecord) ? [error.origin, error.klass, error.details, *error.backtrace_lines] : []
    { kind: error.class.name, text: [error.message, lines].inspect }
  rescue Kobako::ReplayError => e
    { kind: e.class.name, text: e.message }
  end
end
