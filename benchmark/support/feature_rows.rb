# frozen_string_literal: true

require_relative "clock"

# What `require` takes: what a program requires first is kept with it, another program loads it anew.
class FeatureRows
  FEATURES = %w[csv yaml uri date bigdecimal].freeze

  def initialize(report)
    @report = report
    @sandbox = Kobako::Sandbox.new(memory_limit: 16 << 20)
    @count = 0
  end

  def add
    FEATURES.each do |feature|
      code = "require \"#{feature}\""
      100.times { @sandbox.eval(code) }
      @report.add("#{code}, the same again", Clock.median { @sandbox.eval(code) }, target: 1e-3)
      @report.add("#{code}, others each time", Clock.median { @sandbox.eval("#{code}\n##{@count += 1}") })
    end
  end
end
