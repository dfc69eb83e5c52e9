# frozen_string_literal: true

require "rbconfig"

# What the types of C hold where a script runs: WebAssembly of 32 bits.
module RbConfig
  SIZEOF = {
    "char" => 1, "short" => 2, "int" => 4, "long" => 4, "long long" => 8, "void*" => 4, "size_t" => 4, "float" => 4,
    "double" => 8, "int8_t" => 1, "int16_t" => 2, "int32_t" => 4, "int64_t" => 8, "intptr_t" => 4, "time_t" => 8
  }.freeze
  LIMITS = {
    "CHAR" => 8, "SHRT" => 16, "INT" => 32, "LONG" => 32, "LLONG" => 64, "INT8" => 8, "INT16" => 16, "INT32" => 32,
    "INT64" => 64, "INTPTR" => 32
  }.each_with_object({ "FIXNUM_MAX" => (1 << 62) - 1, "FIXNUM_MIN" => -(1 << 62) }) do |(type, bits), limits|
    limits["#{type}_MIN"] = -(1 << (bits - 1))
    limits["#{type}_MAX"] = (1 << (bits - 1)) - 1
    limits["U#{type}_MAX"] = (1 << bits) - 1
  end.freeze
end
