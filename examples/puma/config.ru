# frozen_string_literal: true

require_relative "app"

# Before the workers are forked: they share the guest's compiled code, and what the helpers left.
FormulaApp::SANDBOX.eval("nil")

run FormulaApp.new
