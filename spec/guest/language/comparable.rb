class Version
  include Comparable

  attr_reader :parts

  def initialize(text)
    @text = text
    @parts = text.split(".").map(&:to_i)
  end

  def <=>(other)
    return nil unless other.is_a?(Version)

    size = [parts.size, other.parts.size].max
    padded(size) <=> other.padded(size)
  end

  def to_s = @text
  def inspect = "#<Version #{@text}>"
  def succ = Version.new([*parts[0..-2], parts.last + 1].join("."))
  def hash = parts.hash
  def eql?(other) = parts == other.parts

  protected

  def padded(size) = parts + [0] * (size - parts.size)
end

versions = %w[1.10.0 1.2.3 1.2 2.0 1.2.0 0.9.12].map { |v| Version.new(v) }
puts versions.sort.join(" < ")
puts versions.min, versions.max
puts versions.minmax.inspect
one, two = Version.new("1.2"), Version.new("1.2.0")
puts one == two, one.equal?(two), one != Version.new("1.3")
puts Version.new("1.5").between?(Version.new("1.2"), Version.new("2.0"))
puts Version.new("3.1").clamp(Version.new("1.0"), Version.new("2.0"))
puts Version.new("0.1").clamp(Version.new("1.0")..Version.new("2.0"))
puts Version.new("1.0") >= Version.new("0.9"), Version.new("1.0") < Version.new("0.9")
puts (Version.new("1.1")..Version.new("1.4")).to_a.inspect
puts (Version.new("1.1")...Version.new("1.4")).include?(Version.new("1.4"))
puts [Version.new("1"), Version.new("1"), Version.new("2")].uniq.size

begin
  Version.new("1.0") < 5
rescue ArgumentError => e
  puts e.class
end
p Version.new("1.0") == 5
p 5.clamp(1, 3), 5.clamp(..3), 0.clamp(1..), "b".clamp("a", "c"), 2.between?(1, 3)
p [3, 1] <=> [3, 2], "a" <=> "b", 1 <=> "x", nil <=> nil, [1] <=> [1, 2], true <=> true
p [0.1, 1, 3r / 2].max, ["pear", "fig"].min_by(&:size), %w[b a].max { |x, y| y <=> x }
