# frozen_string_literal: true

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
        return Status::OK if Runtime.compiled_for_others?(Sandbox::DEFAULT_WASM_PATH)

        folder = Runtime.cache_folder || "any folder"
        console.complain("the compiled guest is not kept in #{folder}: it must belong to this user, and be writable " \
                         "by nobody else (set KOBAKO_CACHE_DIR to such a folder)")
        Status::FAULT
      end

      def time
        before = Process.clock_gettime(Process::CLOCK_MONOTONIC)
        yield
        Process.clock_gettime(Process::CLOCK_MONOTONIC) - before
      end
    end
  end
end
