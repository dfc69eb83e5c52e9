# frozen_string_literal: true

require "bigdecimal"
require "date"
require "set"
require_relative "clock"

# What a value of each class costs that a service gets and gives back, beside a String: at most twice that.
class CrossingRows
  CALLS = 1_000
  VALUES = {
    "String" => "2001-02-03", "Time" => Time.at(0, 5, :nsec, in: "+09:00"), "Time in UTC" => Time.at(0).utc,
    "Date" => Date.new(2001, 2, 3), "DateTime" => DateTime.new(2001, 2, 3, 4), "BigDecimal" => BigDecimal("12.34"),
    "Rational" => Rational(1, 3), "Complex" => Complex(1, 2), "Range" => (1..2), "Set" => Set[1, 2], "2**100" => 2**100
  }.freeze

  # @param report [Report]
  def initialize(report)
    @report = report
  end

  def add
    sandbox = Kobako::Sandbox.new(memory_limit: 16 << 20)
    sandbox.define(:Host).bind(:Back, ->(value) { value })
    code = "require 'bigdecimal'; require 'date'; " \
           "Cross = ->(value) { i = 0; while i < #{CALLS}; value = Host::Back.call(value); i += 1; end }"
    sandbox.preload(name: :Cross, code:)
    text = nil
    VALUES.each do |name, value|
      seconds = Clock.median { sandbox.run(:Cross, value) } / CALLS
      text ||= seconds
      @report.add("a #{name} to a service and back", seconds, target: 2 * text)
    end
  end
end
