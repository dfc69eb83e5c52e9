# frozen_string_literal: true

# Digest's modules and classes; Digest::Base is native.
module Digest
  def self.hexencode(string) = __string_of(string).unpack1("H*")

  def hexencode(string) = Digest.hexencode(string)
  private :hexencode

  # What an algorithm has that defines update, finish, reset and block_length.
  module Instance
    def update(_string) = __missing("update")
    alias << update

    def reset = __missing("reset")
    def block_length = __missing("block_length")
    def digest_length = digest.bytesize
    def length = digest_length
    def size = digest_length

    def new = clone.reset

    def digest(*string)
      return clone.__send__(:finish) if string.empty?
      raise ArgumentError, "wrong number of arguments (given #{string.size}, expected 0..1)" if string.size > 1

      reset
      update(string[0])
      digest!
    end

    def digest!
      digest = finish
      reset
      digest
    end

    def hexdigest(*string) = Digest.hexencode(digest(*string))
    def hexdigest! = Digest.hexencode(digest!)
    def to_s = hexdigest
    def inspect = "#<#{self.class}: #{hexdigest}>"

    def ==(other)
      return digest == other.digest if other.is_a?(Instance)

      text = String.try_convert(other)
      !text.nil? && to_s == text
    end

    private

    def finish = __missing("finish")

    def __missing(name)
      raise "#{self.class} does not implement #{name}()"
    end
  end

  class Class
    include Instance

    def initialize; end # rubocop:disable Style/RedundantInitialize -- takes no arguments

    def self.digest(*arguments)
      raise ArgumentError, "no data given" if arguments.empty?

      string = __string_of(arguments[0])
      new(*arguments.drop(1)).digest(string)
    end

    def self.hexdigest(*arguments) = Digest.hexencode(digest(*arguments))
  end

  __define_digest_base(Class)
end
