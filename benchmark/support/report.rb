# frozen_string_literal: true

require "etc"
require "fileutils"
require "json"

# Collects rows, prints them as one table and writes them as JSON.
class Report
  # A target is what the value is at most; of :times, at least.
  Row = Struct.new(:title, :unit, :value, :target, :floors, keyword_init: true) do
    def bound = unit == :times ? "≥" : "≤"
    def met? = unit == :times ? value >= target : value <= target
  end
  FLOORS = { empty: "empty module", native: "native mruby", cruby: "CRuby" }.freeze
  SCALES = { seconds: [["s", 1.0], ["ms", 1e-3], ["µs", 1e-6], ["ns", 1e-9]],
             bytes: [["MiB", 1 << 20], ["KiB", 1 << 10], ["B", 1]], times: [["×", 1.0]] }.freeze

  def initialize
    @rows = []
  end

  # `floors` are figures of the same unit, measured in the same run.
  def add(title, value, unit: :seconds, target: nil, **floors)
    unknown = floors.keys - FLOORS.keys
    raise ArgumentError, "no floor #{unknown.join(", ")}, only #{FLOORS.keys.join(", ")}" if unknown.any?

    @rows << Row.new(title:, unit:, value:, target:, floors:)
    warn format("%-42s %s", title, human(value, unit))
  end

  def table
    head = ["", "kobako", "target", "", *FLOORS.values]
    lines = [head, *@rows.map { |row| cells(row) }]
    widths = lines.transpose.map { |column| column.map(&:size).max }
    lines.map do |first, *rest|
      [first.ljust(widths.first), *rest.zip(widths.drop(1)).map { |cell, width| cell.rjust(width) }].join("  ")
    end
  end

  # The path of the file written.
  def write(folder)
    FileUtils.mkdir_p(folder)
    path = File.join(folder, "#{Time.now.utc.strftime("%Y%m%dT%H%M%SZ")}.json")
    File.write(path, JSON.pretty_generate(machine:, rows: @rows.map(&:to_h)))
    path
  end

  private

  def cells(row)
    target = ["#{row.bound} #{human(row.target, row.unit)}", row.met? ? "met" : "missed"] if row.target
    [row.title, human(row.value, row.unit), *(target || ["", ""]),
     *FLOORS.keys.map { |floor| row.floors[floor] ? human(row.floors[floor], row.unit) : "–" }]
  end

  def human(value, unit)
    name, scale = SCALES.fetch(unit).find { |_, size| value.abs >= size } || SCALES.fetch(unit).last
    format("%.3g %s", value / scale.to_f, name)
  end

  def machine
    cpu = File.foreach("/proc/cpuinfo").find { |line| line.start_with?("model name") }&.split(":", 2)&.last&.strip
    { cpu:, cores: Etc.nprocessors, load: File.read("/proc/loadavg").split.first(3), ruby: RUBY_DESCRIPTION,
      kobako: Kobako::VERSION, commit: `git rev-parse HEAD`.strip, allocator: Kobako::Runtime.allocator }
  end
end
