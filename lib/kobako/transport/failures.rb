# frozen_string_literal: true

require_relative "wording"

module Kobako
  module Transport
    # The latest exceptions of services that became faults, by the fault's message: the host finds the cause
    # of a ServiceError here.
    class Failures
      # So many are kept.
      LIMIT = 16
      # The longest text of a fault.
      MAX_MESSAGE_BYTES = 1 << 20
      CLASS = Kernel.instance_method(:class)
      private_constant :CLASS

      def initialize
        @failures = {}
      end

      # @param exception [StandardError] of a service
      # @return [String] what its fault says: class and message, as UTF-8, at most MAX_MESSAGE_BYTES
      def keep(exception)
        text = message(exception)
        @failures.delete(text)
        @failures[text] = exception
        @failures.shift if @failures.size > LIMIT
        text
      end

      # @param message [String] of a fault
      # @return [StandardError, nil] the exception that it was made of
      def [](message) = @failures[message]

      # Forgets all.
      def clear = @failures.clear

      private

      def message(exception)
        name = Exposure::Label.class_name(CLASS.bind_call(exception))
        cut("#{name}: #{utf8(Wording.of(exception))}")
      end

      def utf8(text)
        text.encode(Encoding::UTF_8, invalid: :replace, undef: :replace).scrub
      rescue EncodingError
        text.dup.force_encoding(Encoding::UTF_8).scrub
      end

      def cut(text)
        text.bytesize > MAX_MESSAGE_BYTES ? "#{text.byteslice(0, MAX_MESSAGE_BYTES - 3).scrub("")}…" : text
      end
    end
  end
end
