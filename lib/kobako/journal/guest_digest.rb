# frozen_string_literal: true

require "digest/sha2"

module Kobako
  class Journal
    # Digests of guests, by their wasm files as they are.
    #
    # @api private
    module GuestDigest
      @known = {}
      @lock = Mutex.new

      # @param path [String]
      # @return [String] SHA-256, 32 bytes
      def self.of(path)
        stat = File.stat(path)
        state = [stat.ino, stat.size, stat.mtime]
        @lock.synchronize do
          known, digest = @known[path]
          return digest if known == state

          Digest::SHA256.file(path).digest.tap { |fresh| @known[path] = [state, fresh] }
        end
      end
    end
  end
end
