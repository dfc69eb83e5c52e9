# frozen_string_literal: true

# The smallest module with the calls of a kobako guest: each invocation's outcome is nil.
# What an invocation of it costs is the cost of the host's part alone.
module EmptyGuest
  I32 = "\x7f".b
  I64 = "\x7e".b
  END_OF_BODY = "\x0b".b
  OUTCOME = "\x01\xc0".b # a value: nil
  OUTCOME_AT = 1024

  TYPES = [[[], []], [[], [I64]], [[I32], [I32]], [[I32, I32], []], [[I32, I32], [I64]]].freeze
  CALLS = {
    "__kobako_eval" => [0, "".b], "__kobako_take_outcome" => [1, :packed_outcome], "__kobako_alloc" => [2, "\x41\x00".b],
    "__kobako_run" => [3, "".b], "__kobako_yield_to_block" => [4, "\x42\x00".b]
  }.freeze

  module_function

  def write(path)
    File.binwrite(path, bytes)
    path
  end

  def bytes
    types = vector(TYPES.map { |params, results| "\x60".b + vector(params) + vector(results) })
    functions = vector(CALLS.values.map { |type, _| unsigned(type) })
    exports = vector([name("memory") + "\x02\x00".b, *CALLS.keys.each_with_index.map { |call, i| name(call) + "\x00".b + unsigned(i) }])
    code = vector(CALLS.values.map { |_, body| sized("\x00".b + (body == :packed_outcome ? packed_outcome : body) + END_OF_BODY) })
    data = vector(["\x00\x41".b + signed(OUTCOME_AT) + END_OF_BODY + sized(OUTCOME)])
    memory = vector(["\x00\x01".b])
    sections = { 1 => types, 3 => functions, 5 => memory, 7 => exports, 10 => code, 11 => data }
    "\0asm\x01\0\0\0".b + sections.map { |id, body| unsigned(id) + sized(body) }.join
  end

  def packed_outcome = "\x42".b + signed(OUTCOME_AT << 32 | OUTCOME.bytesize)
  def vector(items) = unsigned(items.size) + items.join
  def sized(bytes) = unsigned(bytes.bytesize) + bytes
  def name(text) = sized(text.b)

  def unsigned(number)
    bytes = []
    begin
      bytes << (number & 0x7f | (number > 0x7f ? 0x80 : 0))
      number >>= 7
    end while number.positive?
    bytes.pack("C*")
  end

  def signed(number)
    bytes = []
    loop do
      low = number & 0x7f
      number >>= 7
      done = number.zero? && (low & 0x40).zero?
      bytes << (done ? low : low | 0x80)
      break if done
    end
    bytes.pack("C*")
  end
end
