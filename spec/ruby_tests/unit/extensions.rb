# frozen_string_literal: true

# What the tests of Ruby's core ask of extensions in C that are made for them.
class Integer
  FIXNUM = (-(2**62))...(2**62)

  def self.to_bignum(integer) = integer
  def fixnum? = FIXNUM.cover?(self)
  def bignum? = !fixnum?
end

module Bug
  Integer = ::Integer
end

module RbConfig
  LIMITS = { "FIXNUM_MAX" => (2**62) - 1, "FIXNUM_MIN" => -(2**62), "LONG_MAX" => (2**63) - 1, "LONG_MIN" => -(2**63),
             "ULONG_MAX" => (2**64) - 1, "INT_MAX" => (2**31) - 1, "INT_MIN" => -(2**31) }.freeze
  SIZEOF = { "void*" => 8, "long" => 8, "int" => 4, "short" => 2, "size_t" => 8, "uintptr_t" => 8 }.freeze
end
