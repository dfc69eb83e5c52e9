# frozen_string_literal: true

# StringScanner: what is not native.
__define_string_scanner

class StringScanner
  Version = "3.1.6" # rubocop:disable Naming/ConstantName
  Id = "$Id$" # rubocop:disable Naming/ConstantName

  def self.must_C_version = self

  alias << concat
  alias pointer pos
  alias pointer= pos=
  alias bol? beginning_of_line?

  def scan_integer(base: 10)
    raise ArgumentError, "Unsupported integer base: #{base.inspect}, expected 10 or 16" unless [10, 16].include?(base)
    unless string.encoding.ascii_compatible?
      raise Encoding::CompatibilityError, "ASCII incompatible encoding: #{string.encoding.name}"
    end

    __scan_integer(base)
  end

  def values_at(*groups) = matched? ? groups.map { |group| self[group] } : nil
end

ScanError = StringScanner::Error unless Object.const_defined?(:ScanError)
