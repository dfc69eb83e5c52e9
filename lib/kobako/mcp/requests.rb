# frozen_string_literal: true

module Kobako
  module MCP
    # Answers single messages: calls of the tool on threads of their own, all else at once.
    #
    # @api private
    class Requests
      # @param session [Session]
      # @param tool [RunRuby]
      # @param max_calls [Integer] of the tool at once
      # @param log [IO]
      def initialize(session, tool, max_calls, log)
        @session = session
        @tool = tool
        @calls = Calls.new(max_calls)
        @max_calls = max_calls
        @log = log
      end

      # @param object [Object] what a message says in JSON
      # @param batched [Boolean] whether it came with others
      # @yieldparam response [Hash, nil] once, now or later and on another thread; nil when there is none
      def take(object, batched: false, &reply)
        message = Message.read(object)
        case message
        when Message::Request then take_request(message, batched, reply)
        when Message::Notification then take_notification(message, reply)
        else reply.call(nil)
        end
      rescue ProtocolError => e
        reply.call(error(e))
      end

      # Cancels what runs.
      #
      # @param seconds [Numeric] how long services may take to answer
      def finish(seconds) = @calls.finish(seconds)

      # Tells the log.
      #
      # @param exception [Exception] that the server did not expect
      # @param request [Message::Request, nil] that it was to answer, if it is known
      # @return [Hash{Symbol => Object}] the response
      def fault(exception, request = nil)
        log(exception)
        error(ProtocolError.new(ProtocolError::INTERNAL_ERROR, "the server failed (its log says why)", id: request&.id))
      end

      # @param error [ProtocolError]
      # @return [Hash{Symbol => Object}] the response
      def error(error) = error.to_h(null_id: @session.revision&.null_id? || false)

      private

      def refuse(code, message, request = nil) = raise(ProtocolError.new(code, message, id: request&.id))

      def response(request, result) = { jsonrpc: "2.0", id: request.id, result: }

      def take_request(request, batched, reply)
        if batched && request.method_name == "initialize"
          refuse(ProtocolError::INVALID_REQUEST, "initialize is in a batch (send it alone)", request)
        end
        # Without its id: an answer to that would be taken for the other one's.
        if @calls.include?(request.id)
          refuse(ProtocolError::INVALID_REQUEST, "a request of this id is under way (take another id)")
        end

        revision = @session.revision_of(request)
        return call_tool(request, revision, reply) if request.method_name == "tools/call"

        reply.call(response(request, @session.answer(request, revision)))
      end

      def call_tool(request, revision, reply)
        code, timeout = @tool.arguments(@session.tool_arguments(request))
        raise RunRuby::ArgumentsError, "#{@max_calls} calls are under way (wait for one to end)" if @calls.full?

        @calls.start(request.id, ->(call) { run(request, revision, call, code, timeout) }, &reply)
      rescue RunRuby::ArgumentsError => e
        refuse(ProtocolError::INVALID_PARAMS, e.message, request) unless revision.tells_model?

        reply.call(response(request, revision.result(@tool.refusal(e).to_h(revision))))
      end

      def run(request, revision, call, code, timeout)
        report = @tool.call(code, timeout) { |execution| call.begin(execution) }
        report.cause&.then { |cause| log(cause) }
        response(request, revision.result(report.to_h(revision)))
      rescue Exception => e # rubocop:disable Lint/RescueException -- a service may raise any, and the client waits
        fault(e, request)
      end

      def take_notification(notification, reply)
        if notification.method_name == "notifications/cancelled" && notification.params.is_a?(Hash)
          @calls.cancel(notification.params["requestId"])
        end
        reply.call(nil)
      end

      # The server goes on where its log cannot be written.
      def log(exception)
        @log.puts("kobako mcp: #{described(exception)}")
      rescue IOError, SystemCallError
        nil
      end

      # The message of an application's exception is the application's code.
      def described(exception)
        exception.full_message(highlight: false)
      rescue StandardError => e
        "#{exception.class}, whose message raised #{e.class}"
      end
    end
  end
end
