# frozen_string_literal: true

require "etc"

module RubySuite
  # Does the same with each item in forked processes, as many as there are processors.
  module Workers
    # An item has no result.
    class Lost < StandardError; end

    class << self
      # @return [Array] what the block gave for each item, in their order; it must be marshallable
      def map(items, processes: Etc.nprocessors.clamp(1, 8), &block)
        queue, feed = IO.pipe
        results = Array.new(items.size)
        workers = Array.new(processes) { worker(items, queue, feed, block) }
        feed.write(items.each_index.to_a.pack("N*"))
        feed.close
        workers.map { |output, pid| collector(output, pid, results) }.each(&:join)
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

      def collector(output, pid, results)
        Thread.new do
          Thread.current.report_on_exception = false
          collect(output, pid, results)
        end
      end

      def collect(output, pid, results)
        loop do
          number, result, error = Marshal.load(output) # rubocop:disable Security/MarshalLoad
          raise Lost, error if error

          results[number] = result
        end
      rescue EOFError
        _, status = Process.wait2(pid)
        raise Lost, "a process ended with #{status}" unless status.success?
      end

      def work(items, queue, input, block)
        while (number = queue.sysread(4).unpack1("N"))
          input.write(Marshal.dump([number, *attempt(items[number], block)]))
        end
      rescue EOFError
        input.close
      end

      # A result, or nil and what was raised.
      def attempt(item, block)
        [block.call(item)]
      rescue StandardError => e
        [nil, "#{item}: #{e.full_message(highlight: false)}"]
      end
    end
  end
end
