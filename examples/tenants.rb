# frozen_string_literal: true

# Many tenants: each has a sandbox with the services of its own data. The script is the same; what it reaches is not.

require "kobako"

# The data of one tenant. A guest cannot ask for another's, since no method leads there.
class Store
  attr_reader :rows

  def initialize(rows) = @rows = rows
  def get(key) = @rows.fetch(key)
  def each_pair(&) = @rows.each_pair(&)
  def put(key, value) = @rows.store(key, value)
  def drop_everything = @rows.clear
end

TENANTS = {
  "acme" => { plan: :paid, rows: { "seats" => 40, "used" => 12 } },
  "byte" => { plan: :free, rows: { "seats" => 3, "used" => 3 } }
}.freeze

LIMITS = { paid: { timeout: 1.0, memory_limit: 8 << 20 }, free: { timeout: 0.5, memory_limit: 1 << 20 } }.freeze
METHODS = { paid: %i[get each_pair put], free: %i[get each_pair] }.freeze

sandboxes = TENANTS.to_h do |name, tenant|
  sandbox = Kobako::Sandbox.new(**LIMITS.fetch(tenant[:plan]))
  sandbox.define(:Account)
         .bind(:Store, Store.new(tenant[:rows]), only: METHODS.fetch(tenant[:plan]))
         .bind(:Name, -> { name })
  [name, sandbox]
end

SCRIPTS = {
  "read" => 'Account::Name.call + ": " + (Account::Store.get("seats") - Account::Store.get("used")).to_s + " free"',
  "search" => "Account::Store.each_pair { |key, count| break key if count < 20 }",
  "write" => 'Account::Store.put("used", 0)',
  "rescued" => 'begin; Account::Store.get("price"); rescue Kobako::ServiceError => e; e.message; end',
  "drop" => "Account::Store.drop_everything",
  "escape" => 'Account::Store.instance_eval("exit!")',
  "spin" => "loop {}"
}.freeze

SCRIPTS.each do |title, script|
  sandboxes.each do |tenant, sandbox|
    puts "#{title.ljust(8)} #{tenant}  #{sandbox.eval(script).inspect}"
  rescue Kobako::ServiceError => e
    puts "#{title.ljust(8)} #{tenant}  #{e.message}"
  rescue Kobako::TrapError => e
    puts "#{title.ljust(8)} #{tenant}  #{e.class} after its #{sandbox.timeout} s"
  end
end

TENANTS.each { |name, tenant| puts "#{name} uses #{tenant[:rows]["used"]}" }
