# frozen_string_literal: true

module RubySuite
  # The rates by directory, and whether they are what is aimed at.
  class Report
    TARGETS = { "language" => 96, "core" => 92 }.freeze
    FLOOR = 85
    ROW = "%-24s %14s %8s   %14s %8s  %s"

    # Examples that passed and that CRuby passes, in all files and in those that a sandbox means to have.
    Rate = Struct.new(:passed, :total, :inside_passed, :inside_total) do
      def +(other) = self.class.new(*to_a.zip(other.to_a).map(&:sum))
    end

    # @param rates [Hash{String => Rate}] by directory
    def initialize(rates)
      @rates = rates
    end

    def lines
      wholes = @rates.group_by { |directory, _| directory[/\A\w+/] }
                     .transform_values { |rows| rows.map(&:last).sum(none) }
      [format(ROW, "directory", "passed/total", "rate", "in scope", "rate", "").rstrip,
       *@rates.map { |directory, rate| row(directory, rate, target(directory)) },
       *wholes.map { |name, rate| row("all of #{name}", rate, TARGETS[name]) },
       row("overall", @rates.values.sum(none), nil)]
    end

    private

    def none = Rate.new(0, 0, 0, 0)

    def target(directory) = TARGETS.key?(directory[/\A\w+/]) ? FLOOR : nil

    def row(name, rate, target)
      reached = target && rate.inside_total.positive? && "#{met?(rate, target) ? "reached" : "missed"} #{target} %"
      counts = [[rate.passed, rate.total], [rate.inside_passed, rate.inside_total]]
      columns = counts.flat_map { |passed, total| ["#{passed}/#{total}", percent(passed, total)] }
      format(ROW, name, *columns, reached).rstrip
    end

    def met?(rate, target) = rate.inside_passed * 100 >= target * rate.inside_total

    def percent(passed, total) = total.zero? ? "-" : format("%.1f %%", 100.0 * passed / total)
  end
end
