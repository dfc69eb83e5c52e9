# frozen_string_literal: true

module Kobako
  # Where a program stands: the file name and the line that its backtraces and errors give.
  class Location
    # The file name of a program that was given none.
    DEFAULT_FILENAME = "(eval)"
    # The longest file name.
    MAX_FILENAME_BYTES = 512
    # The highest number of a program's first line.
    MAX_LINE = 65_535

    # @param filename [String] of 1 to 512 bytes of UTF-8, without control characters
    # @param line [Integer] from 1 to 65,535
    # @return [Location, nil] nil for the start of "(eval)", where a program stands by default
    # @raise [ArgumentError] for any other value
    def self.of(filename, line)
      return if line.equal?(1) && filename == DEFAULT_FILENAME

      check_filename(filename)
      unless line.is_a?(Integer) && line.between?(1, MAX_LINE)
        raise ArgumentError, "line is #{line.inspect}, expected an Integer from 1 to #{MAX_LINE}"
      end

      new(filename, line)
    end

    # @param filename [String]
    # @return [Location] in front of the file's first line
    def self.before(filename) = new(filename, 0)

    def self.check_filename(name)
      raise ArgumentError, "filename is a #{name.class}, expected a String" unless name.is_a?(String)
      raise ArgumentError, "filename is #{name.inspect}, expected UTF-8 text" unless text?(name)

      if name.empty? || name.bytesize > MAX_FILENAME_BYTES
        raise ArgumentError, "filename has #{name.bytesize} bytes, expected 1 to #{MAX_FILENAME_BYTES} (shorten it)"
      end
      return unless name.match?(/[[:cntrl:]]/)

      raise ArgumentError, "filename is #{name.inspect}, expected a name without control characters"
    end

    def self.text?(name)
      name.valid_encoding? && [Encoding::UTF_8, Encoding::US_ASCII].include?(name.encoding)
    end
    private_class_method :new, :check_filename, :text?

    def initialize(filename, line)
      @filename = filename
      @line = line
      freeze
    end

    # @return [String] as the guest reads it
    def encode = Codec::Encoder.encode([@filename.encode(Encoding::UTF_8), @line])
  end
end
