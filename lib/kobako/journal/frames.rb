# frozen_string_literal: true

require "zlib"

module Kobako
  class Journal
    # The bytes of a journal: a mark, then for each entry its length, a check sum that goes on from that of the entry
    # before, and its payload, which a hook may have encrypted.
    #
    # @api private
    class Frames
      # What a dump begins with, whose last entry is {Entry::FINISH}.
      DUMP = "KOBAKO-J\x01D".b.freeze
      # What an appended journal begins with, whose last entry may have been cut by the end of its process.
      LOG = "KOBAKO-J\x01L".b.freeze
      HEAD = 8
      private_constant :HEAD

      # @param encrypt [#call, nil] makes bytes of the bytes of an entry
      # @param decrypt [#call, nil] the reverse
      def initialize(encrypt = nil, decrypt = nil)
        @encrypt = encrypt
        @decrypt = decrypt
        @sum = 0
      end

      # @param kind [String] one of {Entry}'s
      # @param bytes [String]
      # @return [String] the next frame
      def frame(kind, bytes)
        payload = kind.b << bytes
        payload = text(@encrypt.call(payload), "encrypt") if @encrypt
        @sum = Zlib.crc32(payload, @sum)
        [payload.bytesize, @sum].pack("NN") << payload
      end

      # Reads all frames; an incomplete last one of a log is left out.
      #
      # @param bytes [String]
      # @yieldparam kind [String]
      # @yieldparam data [String] frozen
      # @return [Integer] bytes of what was read
      # @raise [JournalError] for anything else
      def read(bytes)
        log = log?(bytes)
        position = DUMP.bytesize
        number = 0
        while (payload = payload_at(bytes, position, log, number))
          position += HEAD + payload.bytesize
          plain = decrypted(payload, number)
          yield plain.byteslice(0, 1), plain.byteslice(1..).freeze
          number += 1
        end
        position
      end

      private

      def log?(bytes)
        mark = bytes.byteslice(0, DUMP.bytesize)
        return mark == LOG if [DUMP, LOG].include?(mark)

        raise JournalError, "these #{bytes.bytesize} bytes are no journal of this version of kobako (load what " \
                            "Journal#dump gave, or what Journal#append_to wrote)"
      end

      def payload_at(bytes, position, log, number)
        return if position == bytes.bytesize

        length, sum = bytes.byteslice(position, HEAD).unpack("NN")
        payload = sum && bytes.byteslice(position + HEAD, length)
        unless payload && payload.bytesize == length
          return if log

          raise JournalError, "the journal ends in the middle of entry #{number} (it was truncated)"
        end
        @sum = Zlib.crc32(payload, @sum)
        return payload if @sum == sum && length.positive?

        raise JournalError, "entry #{number} of the journal is not what was written there (its check sum differs)"
      end

      def decrypted(payload, number)
        return payload unless @decrypt

        plain = text(@decrypt.call(payload), "decrypt")
        plain.empty? ? raise(JournalError, "decrypt gave nothing for entry #{number}") : plain
      rescue JournalError
        raise
      rescue StandardError => e
        raise JournalError, "entry #{number} of the journal cannot be decrypted: #{e.class}"
      end

      def text(bytes, hook)
        return bytes.b if bytes.is_a?(String)

        raise JournalError, "#{hook} gave a #{bytes.class}, expected a String of bytes"
      end
    end
  end
end
