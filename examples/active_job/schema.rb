# frozen_string_literal: true

require_relative "app"

# The tables of the example.
class Tables < ActiveRecord::Migration[6.1]
  def change
    create_runs
    create_services
    create_delayed_jobs
  end

  private

  def create_runs
    create_table :script_runs do |table|
      table.string :key, null: false, index: { unique: true }
      table.text :job, null: false
      table.string :status, null: false, default: "new", index: true
      table.text :outcome
    end

    create_table :journal_entries do |table|
      table.references :script_run, null: false, foreign_key: true
      table.integer :position, null: false
      table.binary :bytes, null: false
      table.index %i[script_run_id position], unique: true
    end
  end

  def create_services
    create_table :approvals do |table|
      table.string :run_key, null: false
      table.integer :order_number, :cents, null: false
      table.boolean :granted, null: false
      table.index %i[run_key order_number cents], unique: true
    end

    create_table :refunds do |table|
      table.string :run_key, null: false
      table.integer :order_number, :cents, null: false
      table.index %i[run_key order_number], unique: true
    end
  end

  # As the generator of Delayed Job writes it.
  def create_delayed_jobs
    create_table :delayed_jobs do |table|
      table.integer :priority, :attempts, null: false, default: 0
      table.text :handler, null: false
      table.text :last_error
      table.datetime :run_at, :locked_at, :failed_at
      table.string :locked_by, :queue
      table.timestamps
      table.index %i[priority run_at]
    end
  end
end

Tables.verbose = false
Tables.new.migrate(:up)
