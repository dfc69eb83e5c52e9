# frozen_string_literal: true

module Kobako
  module MCP
    # The standard streams of this process as the protocol's alone.
    #
    # @example
    #   input, output = Kobako::MCP::Stdio.claim
    #   Kobako::MCP::Stdio.serve(Kobako::MCP::Server.new(sandbox, input:, output:))
    module Stdio
      # Takes both away from everybody else: what is printed from now on, also by other processes that this one starts,
      # goes to standard error, and standard input is empty.
      #
      # @return [Array(IO, IO)] the input and the output of the protocol
      def self.claim
        input = $stdin.dup.binmode
        output = $stdout.dup.binmode
        $stdin.reopen(File::NULL)
        $stdout.reopen($stderr)
        [input, output]
      end

      # Serves until the client closes the input, or a signal asks for the end.
      #
      # @param server [Server]
      def self.serve(server)
        before = %w[TERM INT].to_h { |signal| [signal, trap(signal) { server.stop }] }
        server.serve
      ensure
        before&.each { |signal, handler| trap(signal, handler || "DEFAULT") }
      end
    end
  end
end
