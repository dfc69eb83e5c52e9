# frozen_string_literal: true

# A person's process: says yes to what is below 500.00, and has the runs go on.

require_relative "app"

ScriptRun.where(status: "suspended").order(:id).each do |run|
  call = run.outcome.waiting
  order_number, cents = call.arguments
  granted = cents < 50_000
  puts "#{run.key}: #{call.reason} #{granted ? "yes" : "no"}"
  ActiveRecord::Base.transaction do
    Approval.create!(run_key: run.key, order_number:, cents:, granted:)
    run.update!(status: "new")
    PerformScript.perform_later(run.id)
  end
end
