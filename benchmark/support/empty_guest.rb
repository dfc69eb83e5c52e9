# frozen_string_literal: true

# The smallest module with the calls of a kobako guest: each invocation's outcome is nil.
# What an invocation of it costs is the cost of the host's part alone.
module EmptyGuest
  I32 = "\x7f".b
  I64 = "\x7e".b
  END_OF_BODY = "\x0b".b
  DATA_AT_1024 = "\x00\x41\x80\x08\x0b\x02\x01\xc0".b # the outcome, a value: nil
  MEMORY_EXPORT = "\x06memory\x02\x00".b

  TYPES = [[[], []], [[], [I64]], [[I32], [I32]], [[I32, I32], []], [[I32, I32], [I64]]].freeze
  CALLS = {
    "__kobako_eval" => [0, "".b],
    "__kobako_take_outcome" => [1, "\x42\x82\x80\x80\x80\x80\x80\x01".b], # i64.const 1024 << 32 | 2
    "__kobako_alloc" => [2, "\x41\x80\x10".b], # i32.const 2048
    "__kobako_run" => [3, "".b],
    "__kobako_yield_to_block" => [4, "\x42\x00".b]
  }.freeze

  module_function

  def write(path)
    File.binwrite(path, bytes)
    path
  end

  def bytes
    sections = { 1 => types, 3 => CALLS.values.map { |type, _| unsigned(type) }, 5 => ["\x00\x01".b], 7 => exports,
                 10 => CALLS.values.map { |_, body| sized("\x00".b + body + END_OF_BODY) }, 11 => [DATA_AT_1024] }
    "\0asm\x01\0\0\0".b + sections.map { |id, items| unsigned(id) + sized(vector(items)) }.join
  end

  def types = TYPES.map { |params, results| "\x60".b + vector(params) + vector(results) }

  def exports = [MEMORY_EXPORT, *CALLS.keys.each_with_index.map { |call, i| "#{name(call)}\0#{unsigned(i)}".b }]

  def vector(items) = unsigned(items.size) + items.join
  def sized(bytes) = unsigned(bytes.bytesize) + bytes
  def name(text) = sized(text.b)

  def unsigned(number)
    bytes = [number & 0x7f]
    bytes << (number & 0x7f) while (number >>= 7).positive?
    bytes[0...-1].each_index { |i| bytes[i] |= 0x80 }
    bytes.pack("C*")
  end
end
