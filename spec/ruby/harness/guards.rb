# frozen_string_literal: true

# Guards.
class SpecVersion
  include Comparable
  attr_reader :parts

  def initialize(text)
    @parts = text.to_s.split(".").map { |x| x.to_i }
    @parts << 0 while @parts.size < 4
  end

  def <=>(other)
    @parts <=> other.parts
  end
end

class SpecGuard
  def self.ruby_version(which = :minor)
    "3.3.8".split(".")[0, { major: 1, minor: 2 }[which] || 3].join(".")
  end
end

module VersionGuard
  FULL_RUBY_VERSION = SpecVersion.new("3.3.8")

  def self.fits?(version, wanted)
    version = SpecVersion.new(version) unless version.is_a?(SpecVersion)
    return version >= SpecVersion.new(wanted) unless wanted.is_a?(Range)
    return false if wanted.begin && !wanted.begin.empty? && version < SpecVersion.new(wanted.begin)
    return true if wanted.end.nil? || wanted.end.empty?

    last = SpecVersion.new(wanted.end)
    wanted.exclude_end? ? version < last : version <= last
  end
end

module PlatformGuard
  C_LONG_SIZE = 64
  POINTER_SIZE = 64
  class << self
    def standard? = true
    def implementation?(*names) = names.include?(:ruby)
    def os?(*names) = names.any? { |n| n == :linux }
    def windows? = false
    def wasi? = false
    def wsl? = false
    def c_long_size?(n) = n == 64
    def pointer_size?(n) = n == 64
  end
end

module MSpec
  class << self
    def mode?(*) = false
    def current = nil
  end
end
