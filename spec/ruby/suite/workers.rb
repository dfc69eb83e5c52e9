# frozen_string_literal: true

require "etc"

module RubySuite
  # Does the same with each item in forked processes, as many as there are processors.
  module Workers
    # A process ended before its items.
    class Lost < StandardError; end

    class << self
      # @return [Array] what the block gave for each item, in their order; it must be marshallable
      def map(items, processes: Etc.nprocessors.clamp(1, 8), &block)
        queue, feed = IO.pipe
        results = Array.new(items.size)
        workers = Array.new(processes) { worker(items, queue, feed, block) }
        feed.write(items.each_index.to_a.pack("N*"))
        feed.close
        workers.map { |output, pid| Thread.new { collect(output, pid, results) } }.each(&:join)
        results
      end

      private

      def worker(items, queue, feed, block)
        output, input = IO.pipe.each(&:binmode)
        pid = fork do
          feed.close
          output.close
          work(items, queue, input, block)
          exit!(0)
        end
        input.close
        [output, pid]
      end

      def collect(output, pid, results)
        loop do
          number, result = Marshal.load(output) # rubocop:disable Security/MarshalLoad
          results[number] = result
        end
      rescue EOFError
        Process.wait(pid)
        raise Lost, "a process ended with #{$?}" unless $?.success?
      end

      def work(items, queue, input, block)
        while (number = queue.sysread(4).unpack1("N"))
          input.write(Marshal.dump([number, block.call(items[number])]))
        end
      rescue EOFError
        input.close
      end
    end
  end
end
