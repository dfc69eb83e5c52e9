# frozen_string_literal: true

require "digest"

module Kobako
  module CLI
    # `kobako warm`
    #
    # @api private
    class Warm < Command
      SUMMARY = "compile the guest ahead, so that each process starts fast"
      USAGE = "kobako warm"
      ABOUT = <<~TEXT
        Compiles the guest for this machine, and keeps the result in KOBAKO_CACHE_DIR, else $XDG_CACHE_HOME/kobako,
        else ~/.cache/kobako, where the processes of this user find it. For images of containers, and after an update.
      TEXT
      EXAMPLES = <<~TEXT
        kobako warm
        KOBAKO_CACHE_DIR=/var/cache/kobako kobako warm
      TEXT

      private

      def perform(operands)
        wrong("warm takes no arguments, got #{operands.first.inspect}") if operands.any?

        seconds = time { Sandbox.new.eval("nil") }
        console.puts(format("the guest is ready, after %.0f ms", seconds * 1000))
        return Status::OK if shipped? || kept?

        console.complain("the compiled guest is not kept in #{folder || "any folder"}: it must belong to this user, " \
                         "and be writable by nobody else (set KOBAKO_CACHE_DIR to such a folder)")
        Status::FAULT
      end

      def time
        before = Process.clock_gettime(Process::CLOCK_MONOTONIC)
        yield
        Process.clock_gettime(Process::CLOCK_MONOTONIC) - before
      end

      # As the engine chooses it.
      def folder
        own, cache, home = ENV.values_at("KOBAKO_CACHE_DIR", "XDG_CACHE_HOME", "HOME")
                              .map { |path| path unless path.to_s.empty? }
        own || (cache && File.join(cache, "kobako")) || (home && File.join(home, ".cache/kobako"))
      end

      # Whether the gem brought the guest compiled.
      def shipped? = File.file?(Sandbox::DEFAULT_WASM_PATH.sub(/wasm\z/, "cwasm"))

      # Whether the engine trusts the folder, and left this guest in it.
      def kept?
        return false unless folder && File.absolute_path?(folder) && File.directory?(folder)

        stat = File.lstat(folder)
        stat.directory? && (stat.owned? || stat.uid.zero?) && (stat.mode & 0o022).zero? &&
          Dir.glob("#{Digest::SHA256.file(Sandbox::DEFAULT_WASM_PATH).hexdigest}-*.cwasm", base: folder).any?
      end
    end
  end
end
