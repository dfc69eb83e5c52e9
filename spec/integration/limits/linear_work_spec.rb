# frozen_string_literal: true

require "support/processes"

# Work that grows with its input, not with its square: what is not linear takes minutes, and ends at the timeout.
RSpec.describe "Work of a guest" do
  include Processes

  let(:sandbox) { Kobako::Sandbox.new(memory_limit: 256 << 20, timeout: allowed(30)) }

  {
    "a queue: << and shift" => ["(0...N).to_a", "x << i; x.shift"],
    "a queue that turns" => ["(0...N).to_a", "x.push(x.shift)"],
    "a queue that turns back" => ["(0...N).to_a", "x.unshift(x.pop)"],
    "a queue of pairs" => ["(0...N).to_a", "x.push(i, i); x.shift(2)"],
    "a queue of pairs, backwards" => ["(0...N).to_a", "x.prepend(i, i); x.pop(2)"],
    "a queue of lists" => ["(0...N).to_a", "x.shift; x.concat([i])"],
    "a queue that grows at both ends" => ["[]", "x.unshift(i); x << i"],
    "a queue that is set in" => ["(0...N).to_a", "x << x.shift; x[0] = i"],
    "Array#unshift" => ["[]", "x.unshift(i)"],
    "Array#join of Integers" => ["(0...N).to_a", "x.join(',') if i == 0"],
    "a text that grows and is measured" => ["+''", "x << 'ab'; x.size"],
    "a text of digits that grows" => ["1.to_s", "x << 'ab'; x.ascii_only?"],
    "a text of long characters whose end is read" => ["+''", "x << 'é'; x[-1]"],
    "characters that are set" => ["+'a' * N", "x[i] = 'b'"],
    "a text that is searched from where it was" => ["+'a' * N", "x.index('a', i)"],
    "a text that is searched backwards" => ["+'a' * N", "x.rindex('a', i)"],
    "a text that loses its end" => ["+'a' * N", "x.chop!"],
    "a text whose end is taken" => ["+'a' * N", "x.slice!(-1)"],
    "a text that is asked for its validity" => ["+'a' * N", "x.valid_encoding?"],
    "a text of characters" => ["'ab' * N", "x.split('') if i == 0"],
    "a set of characters" => ["(0...N).map { |n| 0x20000 + n / 2 * 2 }.pack('U*')", "x.tr(x.reverse, x) if i == 0"],
    "hexadecimal digits" => ["'9af0' * N", "x.hex if i == 0"],
    "binary digits" => ["'10' * N", "x.to_i(2) if i == 0"],
    "keys that differ in their upper bits" => ["{}", "x[i << 40] = i"],
    "keys of pairs that do" => ["{}", "x[[i << 32, 1]] = i"],
    "loops over a hash that end early" => ["(0...N).to_h { [_1, 1] }", "x.each { break }; x.any? { true }"]
  }.each do |what, (made, step)|
    it "is linear for #{what}" do
      expect(sandbox.eval("N = 200_000\nx = #{made}\nN.times { |i| #{step} }\n:done")).to eq(:done)
    end
  end
end
