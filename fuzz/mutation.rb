# frozen_string_literal: true

# Text or bytes that were sound, with some parts cut, moved, doubled or exchanged for others.
module Mutation
  TOKEN = /[A-Za-z_]\w*[?!]?|\d+(?:\.\d+)?|"[^"\n]*"|'[^'\n]*'|[^\w\s]{1,2}|\s+/
  NUMBERS = %w[0 -1 1 2 64 1000000 4294967296 9223372036854775808 1e308 0.0].freeze
  BYTES = [0, 1, 0x7f, 0x80, 0xff, 0xc1, 0xdd, 0xdf, 0xdb, 0xc6, 0xc9].freeze

  module_function

  # @param source [String] of a program
  # @param others [Array<String>] whose parts may come in
  def text(random, source, others)
    tokens = source.scan(TOKEN)
    return source if tokens.empty?

    foreign = others[random.rand(others.size)].scan(TOKEN)
    (1 + random.rand(4)).times do
      at = random.rand(tokens.size + 1)
      case random.rand(6)
      when 0 then tokens.slice!(at, 1 + random.rand(4))
      when 1 then tokens.insert(at, *foreign[random.rand(foreign.size), 1 + random.rand(12)])
      when 2 then tokens.insert(random.rand(tokens.size + 1), *tokens[at, 1 + random.rand(20)])
      when 3 then tokens[at] = foreign[random.rand(foreign.size)]
      when 4 then numbers(random, tokens)
      else tokens.insert(at, (32 + random.rand(95)).chr * (1 + random.rand(3)))
      end
    end
    tokens.join
  end

  def numbers(random, tokens)
    places = tokens.each_index.select { |index| tokens[index].match?(/\A\d/) }
    tokens[places[random.rand(places.size)]] = NUMBERS[random.rand(NUMBERS.size)] if places.any?
  end

  # @param bytes [String]
  # @param most [Integer] changes
  def bytes(random, bytes, most: 4)
    bytes = bytes.b
    (1 + random.rand(most)).times { bytes = changed(random, bytes, random.rand(bytes.bytesize + 1)) }
    bytes
  end

  def changed(random, bytes, place)
    size = 1 + random.rand(8)
    case random.rand(6)
    when 0 then bytes[0, place] + (bytes[(place + size)..] || "")
    when 1 then bytes[0, place] + random.bytes(size) + bytes[place..]
    when 2 then bytes[0, place] + bytes[random.rand(bytes.bytesize + 1), size] + bytes[place..]
    when 3 then bytes.dup.tap { |copy| copy.setbyte(place, BYTES[random.rand(BYTES.size)]) if place < copy.bytesize }
    when 4 then bytes[0, place]
    else bytes.dup.tap do |copy|
           copy.setbyte(place, copy.getbyte(place) ^ (1 << random.rand(8))) if place < copy.bytesize
         end
    end
  end
end
