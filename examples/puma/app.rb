# frozen_string_literal: true

require "kobako"

# Answers POST /<tenant> with the value of the formula in the request's body. One sandbox serves all threads and all
# tenants; what a formula reaches is the ledger that its own run has.
class FormulaApp
  # A tenant's numbers, for reading.
  class Ledger
    def initialize(numbers) = @numbers = numbers
    def get(name) = @numbers.fetch(name)
    def each(&) = @numbers.each_pair(&)
  end

  LEDGERS = {
    "acme" => Ledger.new({ "seats" => 40, "used" => 12 }.freeze),
    "byte" => Ledger.new({ "seats" => 3, "used" => 2 }.freeze)
  }.freeze
  LIMITS = { timeout: 1.0, memory_limit: 4 << 20 }.freeze
  MAX_BODY_BYTES = 64 << 10
  # Made before the workers are forked.
  SANDBOX = Kobako::Sandbox.new(**LIMITS).bind("My::Ledger")
  SANDBOX.preload(name: :Helpers, code: "def percent(part, whole) = part * 100 / whole")

  # The first that fits: whose fault it was.
  STATUSES = {
    Kobako::TimeoutError => 504,
    Kobako::MemoryLimitError => 507,
    Kobako::SandboxError => 422,
    Kobako::ServiceError => 424,
    Kobako::Error => 500
  }.freeze

  def call(env)
    tenant = env["PATH_INFO"].delete_prefix("/")
    ledger = LEDGERS[tenant] or return answer(404, "no such tenant")
    formula = env["rack.input"].read(MAX_BODY_BYTES + 1) || ""
    return answer(413, "a formula has at most #{MAX_BODY_BYTES} bytes") if formula.bytesize > MAX_BODY_BYTES

    answer(200, value(formula, ledger, tenant).inspect)
  rescue Kobako::Error => e
    answer(STATUSES.find { |error, _| e.is_a?(error) }.last, "#{e.class}: #{e.message}")
  end

  private

  def value(formula, ledger, tenant)
    SANDBOX.eval(formula) do |run|
      run.bind("My::Ledger", ledger)
      run.name = tenant
    end
  end

  def answer(status, text) = [status, { "content-type" => "text/plain; charset=utf-8" }, [text]]
end
