# frozen_string_literal: true

require "fileutils"

module Kobako
  module CLI
    # The lines that were typed into repls of this user: a file of JSON strings below $XDG_STATE_HOME, else
    # ~/.local/state. Where it cannot be kept, nothing is.
    #
    # @api private
    class History
      KEPT = 1000
      # What is read of a file that grew by another hand.
      MAX_BYTES = 4 << 20
      private_constant :KEPT, :MAX_BYTES

      # @param environment [Hash{String => String}]
      # @return [String, nil] nil without a home
      def self.path(environment = ENV)
        state, home = environment.values_at("XDG_STATE_HOME", "HOME").map { |folder| folder unless folder.to_s.empty? }
        folder = state || (home && File.join(home, ".local/state"))
        File.join(folder, "kobako/history") if folder && File.absolute_path?(folder)
      end

      # @param path [String, nil]
      def initialize(path = History.path)
        @path = path
        @new = []
      end

      # @return [Array<String>] the latest entries
      def entries
        return [] unless @path && File.file?(@path)

        text = File.open(@path, "rb") { |file| file.read(MAX_BYTES) }.to_s.force_encoding(Encoding::UTF_8)
        text.scrub.lines.last(KEPT).filter_map { |line| entry(line) }
      rescue SystemCallError
        []
      end

      # @param text [String] that was typed
      def add(text) = @new << text

      # Writes what is new; the file is private.
      def save
        return if @path.nil? || @new.empty?

        kept = (entries + @new).last(KEPT).map { |text| JSON.generate(text) }
        FileUtils.mkdir_p(File.dirname(@path), mode: 0o700)
        File.open("#{@path}.#{Process.pid}", File::WRONLY | File::CREAT | File::EXCL, 0o600) { |file| file.puts(kept) }
        File.rename("#{@path}.#{Process.pid}", @path)
        @new = []
      rescue SystemCallError, JSON::GeneratorError
        nil
      end

      private

      def entry(line)
        text = JSON.parse(line)
        text if text.is_a?(String)
      rescue JSON::ParserError
        nil
      end
    end
  end
end
