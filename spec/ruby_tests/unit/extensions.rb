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
  SIZEOF = { "void*" => 8, "long" => 8, "long long" => 8, "int" => 4, "short" => 2, "size_t" => 8, "uintptr_t" => 8,
             "int64_t" => 8, "intptr_t" => 8 }.freeze
  LIMITS = { "CHAR" => 8, "SHRT" => 16, "INT" => 32, "LONG" => 64, "LLONG" => 64, "INT64" => 64, "INTPTR" => 64,
             "FIXNUM" => 63 }.each_with_object({}) do |(name, bits), limits|
    limits["#{name}_MAX"] = (2**(bits - 1)) - 1
    limits["#{name}_MIN"] = -(2**(bits - 1))
    limits["U#{name}_MAX"] = (2**bits) - 1
  end.freeze
end
