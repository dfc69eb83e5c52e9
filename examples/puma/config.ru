# frozen_string_literal: true

require_relative "app"

# Before the workers are forked: they share the guest's compiled code.
Kobako::Sandbox.new.eval("nil")

run FormulaApp.new
