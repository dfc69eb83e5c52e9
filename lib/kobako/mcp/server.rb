# frozen_string_literal: true

module Kobako
  module MCP
    # Serves one client over a pair of streams: a line of JSON is a message. Calls of the tool run at the same time,
    # each in a thread; all else is answered at once, in order.
    #
    # @example
    #   sandbox = Kobako::Sandbox.new(timeout: 10, memory_limit: 64 << 20, stdout_limit: 64 << 10)
    #   Kobako::MCP::Server.new(sandbox, input: $stdin, output: $stdout).serve
    class Server
      # Calls of the tool at once.
      MAX_CALLS = 16
      # Bytes of a line.
      MAX_LINE = 4 << 20
      # Messages in a line.
      MAX_BATCH = 100
      # Seconds that a service has to answer at the end, before its thread is killed.
      GRACE = 2
      # Bytes that every pipe takes at once that takes any.
      PIECE = 512
      private_constant :PIECE

      # @param sandbox [Sandbox] in which the code of all calls runs; its timeout is the most that a call may ask for
      # @param input [IO] of messages from the client
      # @param output [IO] for messages to the client, and for nothing else
      # @param log [IO] for the operator: what failed that the client is not told
      # @param notes [String, nil] what the model is told beside what the sandbox is and has, such as what its services
      #   are for
      # @param max_calls [Integer] that run at once
      # @raise [ArgumentError] for another max_calls
      def initialize(sandbox, input:, output:, log: $stderr, notes: nil, max_calls: MAX_CALLS)
        unless max_calls.is_a?(Integer) && max_calls.positive?
          raise ArgumentError, "max_calls is #{max_calls.inspect}, expected an Integer above 0"
        end

        tool = RunRuby.new(sandbox, notes:)
        @session = Session.new(tool)
        @requests = Requests.new(@session, tool, max_calls, log)
        @output = output
        @writing = Mutex.new
        @stopped, @stopper = IO.pipe
        @lines = Lines.new(input, @stopped, MAX_LINE)
      end

      # Answers until the input ends, the output is closed, or {#stop}. What runs then is cancelled.
      def serve
        @lines.each { |line| take(line) }
      ensure
        @requests.finish(GRACE)
      end

      # Ends {#serve}. Any thread may call it, and the handler of a signal.
      def stop
        @stopper.write_nonblock(".", exception: false)
        nil
      end

      private

      # A line is nil when it was too long.
      def take(line)
        return if line&.match?(/\A\s*\z/)

        refuse("the message has more than #{Text.size(MAX_LINE)} (send less code)") unless line
        object = Message.parse(line)
        return take_batch(object) if object.is_a?(Array)

        @requests.take(object) { |response| write(response) if response }
      rescue ProtocolError => e
        write(@requests.error(e))
      rescue StandardError, SystemStackError, NoMemoryError => e
        write(@requests.fault(e))
      end

      def refuse(message) = raise(ProtocolError.new(ProtocolError::INVALID_REQUEST, message))

      def take_batch(objects)
        unless @session.revision&.batches?
          refuse("the message is an array, expected an object (send one message a line)")
        end
        unless objects.size.between?(1, MAX_BATCH)
          refuse("the batch has #{objects.size} messages, expected 1 to #{MAX_BATCH}")
        end

        batch = Batch.new(objects.size) { |responses| write(responses) }
        objects.each { |object| @requests.take(object, batched: true) { |response| batch.add(response) } }
      end

      # An output that takes no more ends the server.
      def write(message)
        line = "#{JSON.generate(message)}\n"
        @writing.synchronize { push(line) }
      rescue IOError, SystemCallError
        stop
      end

      # A client that does not read is waited for, but not when the server is to end.
      def push(line)
        place = 0
        while place < line.bytesize
          stopped, = IO.select([@stopped], [@output])
          return if stopped.any?

          place += @output.syswrite(line.byteslice(place, PIECE))
        end
      end
    end
  end
end
