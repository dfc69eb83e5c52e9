# frozen_string_literal: true

require "digest/sha2"
require_relative "guest_digest"

module Kobako
  class Journal
    # Of what run a journal is: digests of what the run hangs on, and the seed and the clock that it found.
    #
    # @api private
    class Origin
      # What is compared, and what messages call it.
      PARTS = { "guest" => "guest (wasm file)", "program" => "program", "snippets" => "set of snippets and libraries",
                "bindings" => "set of bindings" }.freeze
      # Bytes of a program with its snippets and bindings, up to which a journal has them and not their digests alone.
      MAX_SOURCE = 64 << 10
      VERSION = 1
      BITS = 1 << 64
      private_constant :VERSION, :BITS

      class << self
        # @param wasm_path [String]
        # @param options [SandboxOptions]
        # @param link [Transport::Link]
        # @param own [Hash{String => Transport::Service, Catalog::Datum}, nil] what the run alone has
        # @param program [Array<String, nil>] what is run
        # @return [Origin] of a run that begins now
        def of(wasm_path, options, link, own, program)
          source = { "program" => Codec::Encoder.encode(program.map { |text| text&.b }),
                     "snippets" => link.snippets.encode,
                     "bindings" => bindings(link.bindings.to_h.merge(own || {})) }
          digests = { "guest" => GuestDigest.of(wasm_path) }
          size = 0
          source.each do |part, bytes|
            digests[part] = digest(bytes)
            size += bytes.bytesize
          end
          source = nil if size > MAX_SOURCE
          new(digests, options.seed_bits, options.clock_nanoseconds, source)
        end

        # @param bytes [String] of an entry
        # @return [Origin]
        # @raise [JournalError] when it is none
        def read(bytes)
          record = Codec::Decoder.decode(bytes)
          raise JournalError, "the journal's origin is none" unless record.is_a?(Hash)
          raise JournalError, unknown(record) unless record["version"] == VERSION

          digests = record.slice(*PARTS.keys)
          seed, clock = record.values_at("seed", "clock")
          raise JournalError, "the journal's origin is none" unless digests.size == PARTS.size && numbers?(seed, clock)

          new(digests, seed, clock, source(record["source"], digests))
        rescue Codec::Error, Transport::Rejection => e
          raise JournalError, "the journal's origin cannot be read: #{e.message}"
        end

        # @param bytes [String]
        # @return [String] 32 bytes
        def digest(bytes) = Digest::SHA256.digest(bytes)

        private

        def bindings(entries)
          sorted = entries.sort_by(&:first)
          Codec::Encoder.encode(sorted.map { |path, entry| entry.is_a?(Catalog::Datum) ? [path, entry.value] : path })
        end

        def source(source, digests)
          return if source.nil?
          return source if source.is_a?(Hash) && source.size == PARTS.size - 1 &&
                           source.all? { |part, bytes| bytes.is_a?(String) && digest(bytes) == digests[part] }

          raise JournalError, "the program in the journal is not the one of which it is"
        end

        def numbers?(seed, clock)
          seed.is_a?(Integer) && seed.between?(0, BITS - 1) &&
            (clock.nil? || (clock.is_a?(Integer) && clock.bit_length < 64))
        end

        def unknown(record)
          "the journal is of version #{record["version"].inspect}, this kobako reads version #{VERSION} (finish its " \
            "run with the kobako that wrote it)"
        end
      end

      # @return [Hash{String => String}]
      attr_reader :digests
      # @return [Integer] of 64 bits
      attr_reader :seed
      # @return [Integer, nil] nanoseconds since the epoch; nil for the host's clock
      attr_reader :clock
      # @return [Hash{String => String}, nil] the bytes of which the digests are, but for the guest; nil over the limit
      attr_reader :source

      # @param digests [Hash{String => String}]
      # @param seed [Integer]
      # @param clock [Integer, nil]
      # @param source [Hash{String => String}, nil]
      def initialize(digests, seed, clock, source = nil)
        @digests = digests.freeze
        @source = source.freeze
        @seed = seed
        @clock = clock
        freeze
      end

      # @return [String] the bytes of an entry
      def write
        Codec::Encoder.encode({ "version" => VERSION, **@digests, "seed" => @seed, "clock" => @clock,
                                **(@source ? { "source" => @source } : {}) })
      end

      # @param other [Origin] of the run that is to go on
      # @raise [JournalError] when it is another run
      def check(other)
        differing = PARTS.keys.reject { |part| @digests[part] == other.digests[part] }
        return if differing.empty?

        differing.map! { |part| "another #{PARTS[part]}" }
        raise JournalError, "the journal is of a run with #{differing.join(" and ")} " \
                            "(go on with what it was recorded with, or begin a new journal)"
      end
    end
  end
end
