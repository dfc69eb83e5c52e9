# frozen_string_literal: true

require "digest"

# Digests as words that can be pronounced.
module Digest
  VOWELS = "aeiouy"
  CONSONANTS = "bcdfghklmnprstvzx"
  private_constant :VOWELS, :CONSONANTS

  def self.bubblebabble(string)
    bytes = __string_of(string).bytes
    seed = 1
    text = +"x"
    bytes.each_slice(2) do |one, two|
      text << __syllable(one, seed)
      break if two.nil?

      text << CONSONANTS[two >> 4] << "-" << CONSONANTS[two & 15]
      seed = (seed * 5 + one * 7 + two) % 36
    end
    text << VOWELS[seed % 6] << "x" << VOWELS[seed / 6] if bytes.size.even?
    (text << "x").b
  end

  def self.__syllable(byte, seed)
    VOWELS[((byte >> 6) + seed) % 6] + CONSONANTS[(byte >> 2) & 15] + VOWELS[((byte & 3) + seed / 6) % 6]
  end
  private_class_method :__syllable

  class Class
    def self.bubblebabble(*arguments) = Digest.bubblebabble(digest(*arguments))
  end

  module Instance
    def bubblebabble = Digest.bubblebabble(digest)
  end
end
