# frozen_string_literal: true

require_relative "frames"
require_relative "log"
require_relative "times"

module Kobako
  class Journal
    # The log of a journal as bytes: reads and writes it, and appends each entry that comes to what was given for that.
    #
    # @api private
    class Store
      # Bytes of a dump beside its entries, and how much longer encryption may make an entry.
      OVERHEAD = 64
      ENCRYPTED = 16
      private_constant :OVERHEAD, :ENCRYPTED

      # @return [Log]
      attr_reader :log

      # @param limit [Integer] bytes of all entries
      # @param encrypt [#call, nil]
      # @param decrypt [#call, nil]
      def initialize(limit, encrypt, decrypt)
        @limit = limit
        @hooks = [encrypt, decrypt]
        @log = Log.new(limit)
        @outlets = []
      end

      # @param kind [String]
      # @param bytes [String]
      # @raise [JournalError] as {Log#add}, and once an entry could not be written
      def add(kind, bytes)
        check_outlets
        @log.add(kind, bytes)
        @broken = true
        @outlets.each do |io, frames|
          io.write(frames.frame(kind, bytes))
          io.flush if io.respond_to?(:flush)
        end
        @broken = false
      end

      # Takes the first entries of another log.
      #
      # @param log [Log]
      # @param count [Integer] of entries
      # @yieldparam kind [String]
      # @yieldparam bytes [String]
      # @yieldreturn [String] the bytes to take, if there is a block
      # @raise [JournalError] as {Log#add}
      def take(log, count)
        log.each.first(count).each { |kind, bytes| add(kind, block_given? ? yield(kind, bytes) : bytes) }
      end

      # Closes the file in which it was opened.
      def close
        @file&.close
        @outlets.reject! { |io, _| io.equal?(@file) }
      end

      # @return [String] bytes
      def dump
        frames = Frames.new(*@hooks)
        written(Frames::DUMP, frames) << frames.frame(Entry::FINISH, [@log.size].pack("N"))
      end

      # @param io [#write]
      def append_to(io)
        frames = Frames.new(*@hooks)
        io.write(written(Frames::LOG, frames))
        attach(io, frames)
      end

      # Reads what something has that can be written to, and appends to it from now on.
      #
      # @param bytes [String] that it has
      # @param io [#write]
      # @raise [JournalError] as {#read}, for a dump, and for an incomplete entry
      def go_on_after(bytes, io)
        return append_to(io) if bytes == ""

        frames, length = read_log(bytes, "what is appended to")
        cut = "the journal ends in the middle of an entry (cut it off after its first #{length} bytes)"
        raise JournalError, cut if length < bytes.bytesize

        attach(io, frames)
      end

      # Reads what a file has, cuts off an entry that is incomplete, and appends to it from now on.
      #
      # @param file [File]
      # @raise [JournalError] as {#read}, and for a dump
      def go_on(file)
        @file = file
        bytes = file.read
        return append_to(file) if bytes.empty?

        frames, length = read_log(bytes, File.basename(file.path))
        file.truncate(length)
        file.seek(length)
        attach(file, frames)
      end

      # @param bytes [String]
      # @return [Array(Frames, Integer)] what can write on from there, and how many bytes were read
      # @raise [JournalError] when they are no journal
      def read(bytes)
        check_size(bytes)
        bytes = bytes.b
        frames = Frames.new(*@hooks)
        count = nil
        length = frames.read(bytes) do |kind, data|
          raise JournalError, "the journal goes on after its end (it is mixed up)" if count

          kind == Entry::FINISH ? count = data.unpack1("N") : @log.add(kind, data)
        end
        raise JournalError, "the journal ends before its end (it was truncated)" unless count == finish(bytes)

        check_entries
        [frames, length]
      end

      private

      def read_log(bytes, place)
        result = read(bytes)
        return result if bytes.b.start_with?(Frames::LOG)

        raise JournalError, "#{place} holds a dump, to which nothing can be appended (load it, and append to another " \
                            "place)"
      end

      def check_outlets
        return unless @broken

        raise JournalError, "an entry of the journal could not be written before, so that nothing more can be (open " \
                            "or load what was written, and go on with that)"
      end

      def written(mark, frames) = @log.each.inject(mark.dup) { |bytes, (kind, data)| bytes << frames.frame(kind, data) }

      def attach(io, frames)
        io.flush if io.respond_to?(:flush)
        @outlets << [io, frames]
      end

      # What the last entry says.
      def finish(bytes) = (@log.size if bytes.start_with?(Frames::DUMP))

      def check_entries
        Origin.read(@log[0].last) if @log[0]
        @log.each_of(Entry::CALL) { |bytes| Request.new(bytes) }
        @log.each_of(Entry::WAIT) { |bytes| Codec::Decoder.decode(bytes) }
        @log.each_of(Entry::TIMES) { |bytes| Times.read(bytes) }
      rescue Codec::Error, Transport::Rejection => e
        raise JournalError, "the journal cannot be read: #{e.message}"
      end

      def check_size(bytes)
        raise JournalError, "a journal is loaded from a #{bytes.class}, expected a String" unless bytes.is_a?(String)

        most = @limit + OVERHEAD
        most *= ENCRYPTED if @hooks.any?
        return if bytes.bytesize <= most

        raise JournalError, "the journal has #{bytes.bytesize} bytes, its limit is #{@limit} (pass a larger limit:)"
      end
    end
  end
end
