# frozen_string_literal: true

module Kobako
  module CLI
    # Text that the command reads from a file or from standard input.
    #
    # @api private
    module Source
      # More than this is no program, and is not read: a file may have no end.
      MAX_BYTES = Program::MAX_BYTES
      DASH = "-"
      SHOWN_BYTES = 200
      private_constant :SHOWN_BYTES

      class << self
        # @param path [String] of a file, or "-"
        # @param console [Console]
        # @return [String] binary
        # @raise [UsageError] when it cannot be read, or is too long
        def read(path, console)
          limit = MAX_BYTES + 1
          bytes = path == DASH ? console.stdin.read(limit) : File.open(path, "rb") { |file| file.read(limit) }
          bytes ||= ""
          return bytes.b if bytes.bytesize <= MAX_BYTES

          raise UsageError, "#{name(path)} has more than #{MAX_BYTES} bytes, the limit of a message (split it)"
        rescue SystemCallError, IOError => e
          raise UsageError, "cannot read #{name(path)}: #{reason(e)}"
        end

        # @param bytes [String]
        # @return [String] UTF-8 whatever the locale is, or binary if it is not valid UTF-8
        def text(bytes) = Capture.text(bytes)

        # @param path [String]
        # @return [String] why it cannot be loaded
        def why_not(path)
          return "is a folder, expected a file" if File.directory?(path)

          File.exist?(path) ? "cannot be read" : "no such file"
        end

        # @param path [String]
        # @return [String] what backtraces call it: text without control characters, and not too long
        def name(path)
          text = path.dup.force_encoding(Encoding::UTF_8).scrub("?").gsub(/[[:cntrl:]]/, "?")
          text.bytesize <= Location::MAX_FILENAME_BYTES ? text : "…#{text.byteslice(-SHOWN_BYTES..).scrub("")}"
        end

        # @param error [Exception] of the system
        # @return [String] what it says, without Ruby's own places
        def reason(error) = error.message.sub(/ @ .*/m, "").sub(/\A./, &:downcase)
      end
    end
  end
end
