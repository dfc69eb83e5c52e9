# Version numbers: Comparable, sorting, ranges, requirements.
class Version
  include Comparable
  attr_reader :parts

  def initialize(text)
    @text = text
    @parts = text.split(".").map { |p| Integer(p, exception: false) || p }
  end

  def <=>(other)
    return nil unless other.is_a?(Version)

    size = [parts.size, other.parts.size].max
    size.times do |i|
      a, b = parts[i] || 0, other.parts[i] || 0
      order = a.is_a?(String) == b.is_a?(String) ? a <=> b : (a.is_a?(String) ? -1 : 1)
      return order unless order.zero?
    end
    0
  end

  def succ = Version.new([*parts[0..-2], parts.last + 1].join("."))
  def bump = Version.new([*parts[0..-3], parts[-2] + 1, 0].join("."))
  def to_s = @text
  def inspect = "v#{@text}"
  def hash = parts.hash
  def eql?(other) = other.is_a?(Version) && parts == other.parts
end

def v(text) = Version.new(text)
list = %w[1.10.0 1.2 1.2.0 2.0.beta 2.0 0.9.9].map { |t| v(t) }
puts list.sort.join(" < "), list.max, list.min.inspect, v("1.2") == v("1.2.0"), v("1.2").eql?(v("1.2.0"))
puts v("1.5").between?(v("1.0"), v("2.0")), v("3.0").clamp(v("1.0"), v("2.0")), v("1.2") > v("1.10")
puts (v("1.8")..v("1.11")).map(&:to_s).join(" "), (v("1.0")...v("2.0")).cover?(v("1.99")), v("1.4.7").bump
puts [v("1.0"), v("1.0"), v("2.0")].uniq.size, ({ v("1.0") => :old }[v("1.0")])

class Requirement
  OPS = {
    "=" => ->(a, b) { a == b }, ">" => ->(a, b) { a > b }, ">=" => ->(a, b) { a >= b }, "<" => ->(a, b) { a < b },
    "~>" => ->(a, b) { a >= b && a < b.bump }
  }.freeze

  def initialize(text)
    @checks = text.split(",").map { |c| c.strip.split(" ") }.map { |op, t| [OPS.fetch(op), v(t)] }
  end

  def ===(version) = @checks.all? { |op, wanted| op.(version, wanted) }
end
[">= 1.0, < 2.0", "~> 1.2.0", "= 2.0", "> 0.1"].each do |r|
  puts "#{r}: #{list.grep(Requirement.new(r)).join(" ")}"
end
begin
  v("1.0") < 3
rescue ArgumentError => e
  puts e.class
end
puts v("1.0") == 3, (v("1.0") <=> "x").inspect
case v("1.9")
when Requirement.new("~> 1.0.0") then puts "patch"
when Requirement.new("< 2.0") then puts "minor"
end
