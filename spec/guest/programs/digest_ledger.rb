require "digest"

# A chain of entries that each hold the digest of the one before, with a signature and a little proof of work.
module Hmac
  def self.hexdigest(digest, key, message)
    length = digest.new.block_length
    key = digest.digest(key) if key.bytesize > length
    key = key.b.ljust(length, "\0")
    inner = digest.digest(key.bytes.map { |byte| byte ^ 0x36 }.pack("C*") + message.b)
    digest.hexdigest(key.bytes.map { |byte| byte ^ 0x5c }.pack("C*") + inner)
  end
end

class Ledger
  Entry = Struct.new(:index, :from, :to, :cents, :previous, :nonce, :signature, :id)
  KEYS = { "ann" => "secret-a", "böb" => "sécret-b", "cy" => "x" * 100 }.freeze

  attr_reader :entries

  def initialize(difficulty: 2)
    @target = "0" * difficulty
    @entries = []
  end

  def transfer(from, to, cents)
    entry = Entry.new(@entries.size, from, to, cents, @entries.last&.id || "0" * 64, 0)
    entry.signature = Hmac.hexdigest(Digest::SHA256, KEYS.fetch(from), payload(entry))
    entry.nonce += 1 until (entry.id = digest(entry)).start_with?(@target)
    @entries << entry
    entry
  end

  def problems
    @entries.each_with_index.flat_map do |entry, index|
      found = []
      found << "was changed" unless digest(entry) == entry.id
      found << "has no work" unless entry.id.start_with?(@target)
      found << "follows another" unless entry.previous == (index.zero? ? "0" * 64 : @entries[index - 1].id)
      found << "is not signed" unless entry.signature == Hmac.hexdigest(Digest::SHA256, KEYS.fetch(entry.from), payload(entry))
      found.map { |text| "#{index} #{text}" }
    end
  end

  def balances
    @entries.each_with_object(Hash.new(0)) do |entry, sums|
      sums[entry.from] -= entry.cents
      sums[entry.to] += entry.cents
    end.sort.to_h
  end

  private

  def payload(entry) = [entry.index, entry.from, entry.to, entry.cents, entry.previous].join("|")
  def digest(entry) = Digest::SHA256.hexdigest([payload(entry), entry.signature, entry.nonce].join("|"))
end

puts Hmac.hexdigest(Digest::MD5, "key", "The quick brown fox jumps over the lazy dog")
puts Hmac.hexdigest(Digest::SHA1, "key", "The quick brown fox jumps over the lazy dog")
puts Hmac.hexdigest(Digest::SHA256, "key", "The quick brown fox jumps over the lazy dog")
puts Hmac.hexdigest(Digest::SHA512, "", "")

ledger = Ledger.new
[["ann", "böb", 1250], ["böb", "cy", 300], ["cy", "ann", 75], ["ann", "cy", 1]].each do |from, to, cents|
  entry = ledger.transfer(from, to, cents)
  puts "#{entry.index} #{from} -> #{to} #{format("%.2f", cents / 100.0)} nonce #{entry.nonce} #{entry.id[0, 12]}"
end
p ledger.balances, ledger.problems
ledger.entries[1].cents = 3000
puts ledger.problems
ledger.entries[1].cents = 300
ledger.entries[2].signature = ledger.entries[2].signature.reverse
puts ledger.problems
puts ledger.entries.map(&:id).then { |ids| Digest::SHA256.hexdigest(ids.join) }
