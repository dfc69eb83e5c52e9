# frozen_string_literal: true

# Refunds late orders. Larger refunds wait for a person, who answers in another process, after the worker was killed and
# PostgreSQL was restarted: ruby -Ilib examples/active_job/check.rb
# Needs PostgreSQL, ActiveJob and Delayed Job (Debian: postgresql, ruby-pg, ruby-activejob,
# ruby-delayed-job-active-record).

require "rbconfig"
require_relative "postgres"

SCRIPT = <<~RUBY
  late = Shop::Orders.late.to_h { |number| [number, Shop::Orders.total(number)] }
  late.to_h do |number, cents|
    [number, Shop::Refunds.pay(number, cents)]
  rescue => e
    [number, e.message]
  end
RUBY
SERVICES = { "Shop::Orders" => "orders", "Shop::Refunds" => "refunds" }.freeze
PATIENCE = 600
RUBY = [{ "RUBYLIB" => File.expand_path("../../lib", __dir__) }, RbConfig.ruby].freeze

def run(name) = system(*RUBY, "#{__dir__}/#{name}.rb", exception: true)

# A worker for the time of a block, at whose end it is killed.
def with_worker
  pid = spawn(*RUBY, "#{__dir__}/worker.rb", err: "#{ENV.fetch("PGHOST")}/worker.log")
  yield
ensure
  Process.kill(:KILL, pid)
  Process.wait(pid)
end

def wait_for(status)
  (PATIENCE * 20).times do
    run = ScriptRun.first
    return run if run.status == status

    sleep(0.05)
  end
  raise "waited #{PATIENCE} s in vain; the worker says:\n#{File.read("#{ENV.fetch("PGHOST")}/worker.log")}"
end

def tell(run)
  outcome = run.outcome
  puts "#{run.key}: #{run.status} after #{outcome.call_count} calls, of which #{outcome.replayed_count} were replayed"
end

Postgres.run do |postgres|
  run("schema")
  require_relative "app"
  ScriptRun.enqueue(Kobako::Job.new(code: SCRIPT, services: SERVICES, key: "late orders"))

  2.times do
    with_worker { tell(wait_for("suspended")) }
    ActiveRecord::Base.connection_handler.clear_all_connections!
    postgres.restart
    run("approve")
  end
  run = with_worker { wait_for("ok") }
  tell(run)
  puts "the script gave #{run.outcome.value.map { |number, text| "#{text} for order #{number}" }.join(", ")}"
  puts "paid: #{Refund.order(:id).map { |refund| "#{refund.cents} for order #{refund.order_number}" }.join(", ")}"
  ActiveRecord::Base.connection_handler.clear_all_connections!
end
