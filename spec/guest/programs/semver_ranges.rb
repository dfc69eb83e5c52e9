# frozen_string_literal: true

class SemVer
  include Comparable
  FORMAT = /\A(?<major>0|[1-9]\d*)\.(?<minor>0|[1-9]\d*)(?:\.(?<patch>0|[1-9]\d*))?(?:-(?<pre>[0-9A-Za-z.-]+))?(?:\+(?<build>[\w.-]+))?\z/
  attr_reader :major, :minor, :patch, :pre, :build

  def self.parse(text)
    match = FORMAT.match(text) or raise ArgumentError, "not a version: #{text.inspect}"
    new(**match.named_captures.transform_keys(&:to_sym).compact.to_h { |k, v| [k, %i[major minor patch].include?(k) ? v.to_i : v] })
  end

  def initialize(major:, minor: 0, patch: 0, pre: nil, build: nil)
    @major, @minor, @patch, @pre, @build = major, minor, patch, pre, build
  end

  def <=>(other)
    core = [major, minor, patch] <=> [other.major, other.minor, other.patch]
    return core unless core.zero?
    return (pre ? 0 : 1) <=> (other.pre ? 0 : 1) if pre.nil? || other.pre.nil?

    mine, theirs = [self, other].map { |v| v.pre.split(".").map { |part| part.match?(/\A\d+\z/) ? [0, part.to_i, ""] : [1, 0, part] } }
    mine <=> theirs
  end

  def bump(part) = case part
                   when :major then SemVer.new(major: major + 1)
                   when :minor then SemVer.new(major:, minor: minor + 1)
                   else SemVer.new(major:, minor:, patch: patch + 1)
                   end

  def deconstruct_keys(_) = { major:, minor:, patch:, stable: pre.nil? }
  def to_s = [[major, minor, patch].join("."), pre&.prepend("-"), build&.prepend("+")].compact.join
  def hash = to_s.hash
  def eql?(other) = to_s == other.to_s

  private

  def prepend_to(mark, text) = text && "#{mark}#{text}"
end

class SemVer
  def to_s = "#{major}.#{minor}.#{patch}#{prepend_to('-', pre)}#{prepend_to('+', build)}"
end

class Requirement
  OPERATORS = {
    "=" => :==.to_proc, ">" => :>.to_proc, ">=" => :>=.to_proc, "<" => :<.to_proc, "<=" => :<=.to_proc, "!=" => ->(a, b) { a != b },
    "^" => ->(a, b) { a >= b && a < (b.major.zero? ? b.bump(:minor) : b.bump(:major)) }, "~" => ->(a, b) { a >= b && a < b.bump(:minor) }
  }.freeze

  def initialize(text)
    @alternatives = text.split("||").map do |part|
      part.scan(/([<>=^~!]*)\s*(\d[^\s,|]*)/).map { |op, v| [OPERATORS.fetch(op.empty? ? "=" : op), SemVer.parse(v)] }
    end
  end

  def ===(version) = @alternatives.any? { |checks| checks.all? { |op, v| op.(version, v) } }
end

versions = %w[1.0.0 1.0.0-alpha 1.0.0-alpha.1 1.0.0-beta.11 1.0.0-beta.2 1.0.0-rc.1 0.9.9 2.1 1.10.0 1.9.0 1.0.0-alpha.beta].map { |t| SemVer.parse(t) }
puts versions.sort.join(" < "), versions.max, versions.minmax.map(&:to_s).inspect, versions.sort.reverse.find { |v| v.pre.nil? }
["^1.0.0", "~1.9.0", ">=1.0.0, <2", ">=1.0.0 <2.0", "0.9.9 || >2.0", "!=1.0.0 >=1.0.0"].each do |text|
  requirement = Requirement.new(text)
  puts "#{text.ljust(18)} #{versions.grep(requirement).sort.map(&:to_s).inspect}"
rescue ArgumentError => e
  puts "#{text.ljust(18)} #{e.message}"
end
v = SemVer.parse("1.2.3-rc.1+build.5")
puts v, v.bump(:major), v.bump(:minor), v.bump(:patch), v.build, v == SemVer.parse("1.2.3-rc.1"), v.eql?(SemVer.parse("1.2.3-rc.1")), v.clamp(SemVer.parse("1.2.3"), SemVer.parse("2.0.0"))
case v
in { major: 1.., minor:, stable: false } then puts "unstable 1.#{minor}"
end
%w[1 01.2.3 1.2.3- v1.0.0 1.2.x].each do |bad|
  SemVer.parse(bad)
rescue ArgumentError => e
  puts e.message
end
puts versions.group_by(&:major).map { |m, vs| "#{m}: #{vs.size}" }, versions.uniq.size, versions.each_cons(2).count { |a, b| a < b }
