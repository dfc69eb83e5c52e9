# frozen_string_literal: true

require "net/http"

# Requests with their right answers, sent by many clients at once.
class Load
  # What one request came to: `problem` is nil for the right answer.
  Result = Struct.new(:kind, :status, :seconds, :problem, keyword_init: true)

  # By kind: how many of a hundred, the status, the formula and the answer of the request with a number.
  # Both tenants send each; `seats` is the tenant's own.
  KINDS = {
    "formula" => [50, 200, ->(n) { "My::Ledger.get('seats') * #{n}" }, ->(n, seats) { (seats * n).to_s }],
    "helper" => [10, 200, ->(n) { "percent(#{n}, 50)" }, ->(n, _) { (n * 2).to_s }],
    "block" => [10, 200, ->(n) { "all = []; My::Ledger.each { |k, v| all << v if k == 'seats' }; [all, #{n}]" },
                ->(n, seats) { "[[#{seats}], #{n}]" }],
    "state" => [10, 200, ->(n) { "was = $kept; $kept = #{n}; def percent(*) = 0\nwas" }, ->(_, _) { "nil" }],
    "raise" => [8, 422, ->(n) { "raise ArgumentError, 'no #{n}'" }, ->(n, _) { "Kobako::SandboxError: no #{n}" }],
    "syntax" => [3, 422, ->(n) { "#{n} +* (" }, ->(_, _) { /\AKobako::SandboxError: .*unexpected '\('/ }],
    "fault" => [2, 424, ->(n) { "My::Ledger.get('k#{n}')" }, ->(_, _) { /KeyError: key not found/ }],
    "escape" => [2, 424, ->(_) { "My::Ledger.instance_eval('exit!')" }, ->(_, _) { /is never exposed to a guest/ }],
    "memory" => [2, 507, ->(n) { "s = 'x' * #{n + 1}; loop { s << s }" }, ->(_, _) { /memory_limit is 4\.0 MiB/ }],
    "loop" => [1, 504, ->(_) { "begin; loop {}; rescue Exception; retry; end" }, ->(_, _) { /timeout is 1 s/ }],
    "large" => [1, 413, ->(_) { "#" * 70_000 }, ->(_, _) { /at most 65536 bytes/ }],
    "tenant" => [1, 404, ->(_) { "1" }, ->(_, _) { "no such tenant" }]
  }.freeze
  SLOTS = KINDS.flat_map { |kind, (share)| [kind] * share }.freeze
  SEATS = { "acme" => 40, "byte" => 3 }.freeze

  # @param port [Integer] of the loopback
  # @param requests [Integer]
  # @param clients [Integer] that send at once
  # @param keep_alive [Boolean] whether a client keeps its connection from request to request
  def initialize(port, requests:, clients: 16, keep_alive: true)
    @port = port
    @requests = requests
    @clients = clients
    @keep_alive = keep_alive
  end

  # Never sends a request again: one without an answer is a lost one.
  #
  # @return [Array<Result>] of all requests
  def run
    numbers = Queue.new
    (0...@requests).to_a.shuffle(random: Random.new(1)).each { |number| numbers << number }
    numbers.close
    Array.new(@clients) { Thread.new { client(numbers) } }.flat_map(&:value)
  end

  # @return [Result] of one request, over a connection of its own
  def single(number) = post(connection, number)

  private

  def client(numbers)
    http = connection
    results = []
    while (number = numbers.pop)
      http.start if @keep_alive && !http.started?
      results << post(http, number)
      http.finish if results.last.status.nil? && http.started?
    end
    results
  ensure
    http.finish if http&.started?
  end

  def connection
    Net::HTTP.new("127.0.0.1", @port).tap do |http|
      http.max_retries = 0
      http.keep_alive_timeout = http.open_timeout = http.read_timeout = 300
    end
  end

  def post(http, number)
    kind, path, formula, right = request(number)
    begun = now
    answer = http.post(path, formula, "content-type" => "text/plain")
    Result.new(kind:, status: answer.code.to_i, seconds: now - begun, problem: problem(answer, right))
  rescue SystemCallError, IOError, Timeout::Error => e
    Result.new(kind:, seconds: now - begun, problem: "#{e.class}: #{e.message}")
  end

  # Kind, path and body of a request, and the status and body of its right answer.
  def request(number)
    kind = SLOTS[number % SLOTS.size]
    tenant, seats = SEATS.to_a[number / SLOTS.size % SEATS.size]
    _, status, formula, right = KINDS.fetch(kind)
    [kind, kind == "tenant" ? "/nobody" : "/#{tenant}", formula.call(number), [status, right.call(number, seats)]]
  end

  def problem(answer, (status, right))
    "#{answer.code} #{answer.body}" unless answer.code.to_i == status && right === answer.body # rubocop:disable Style/CaseEquality
  end

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
end
