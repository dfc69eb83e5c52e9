# frozen_string_literal: true

require_relative "../exposure/application"
require_relative "ruby_texts"

module Kobako
  module Transport
    # What a guest may read of an exception: the words of the application, and of Ruby only those that show no object.
    #
    # Ruby puts `inspect` of receivers, keys and values into its messages, some of it only when the message is asked
    # for. So a message that Ruby words is not asked for: {RubyTexts} say it again.
    module Wording
      RAW = Runtime.method(:raw_message)
      CLASS = Kernel.instance_method(:class)
      NAME = Module.instance_method(:name)
      INSTANCE_METHOD = Module.instance_method(:instance_method)
      LOCATIONS = Exception.instance_method(:backtrace_locations)
      private_constant :RAW, :CLASS, :NAME, :INSTANCE_METHOD, :LOCATIONS

      # Classes whose messages Ruby itself raises without an object in them, so that whoever raised them may speak.
      OPEN = [RuntimeError, StandardError].freeze
      # Raised by Ruby alone, in the midst of the application's code.
      CLOSED = [NoMatchingPatternError, *(NoMatchingPatternKeyError if defined?(::NoMatchingPatternKeyError)),
                UncaughtThrowError].freeze
      # Words of Ruby in the midst of the application's code, which name an object.
      NAMING = %r{\A(?:missing|unknown) keywords?: | is not a class/module\z}
      # Labels of frames that are never C's.
      RUBY_FRAME = /\A(?:<|(?:block|rescue|ensure)\b.* in )/
      private_constant :OPEN, :CLOSED, :NAMING, :RUBY_FRAME

      class << self
        # @param exception [StandardError] of a service
        # @return [String] in any encoding; "" when the application's own text cannot be had
        def of(exception)
          klass = CLASS.bind_call(exception)
          return own_text(exception) if speaks?(klass)

          raw = GuestValue.value(RAW.call(exception))
          return NAME.bind_call(klass).to_s if raw.nil? && !CLOSED.include?(klass)
          return raw if String === raw && (RubyTexts.harmless?(raw) || applications?(klass, exception, raw)) # rubocop:disable Style/CaseEquality

          RubyTexts.for(klass, exception, raw)
        rescue StandardError
          ""
        end

        private

        # Whether somebody else than Ruby wrote the method that gives the message.
        def speaks?(klass)
          %i[message to_s].any? do |name|
            file = INSTANCE_METHOD.bind_call(klass, name).source_location&.first
            file && !Exposure::Application.library?(file)
          end
        end

        def own_text(exception)
          text = exception.message
          String === text ? text : "" # rubocop:disable Style/CaseEquality
        end

        # Whether a message that is a String already was worded by whoever wrote Ruby code, and not by Ruby.
        def applications?(klass, exception, raw)
          return true if OPEN.include?(klass) || !Exposure::Application.ruby?(klass)
          return false if CLOSED.include?(klass) || NAMING.match?(raw)
          return false if klass == FrozenError && RubyTexts.receiver?(exception, FrozenError)

          raised_in_ruby?(LOCATIONS.bind_call(exception))
        end

        # A frame of C has the place of the frame that called it. Where two frames of Ruby stand in one line, it may
        # be the application's: then too much is left unsaid, and not too little.
        def raised_in_ruby?(locations)
          return true if locations.nil?

          first, second = locations
          return false if first&.path.nil? || first.path.start_with?("<internal:")
          return false if second && !RUBY_FRAME.match?(first.label) &&
                          first.path == second.path && first.lineno == second.lineno

          Exposure::Application.kobako?(first.path) || !Exposure::Application.library?(first.path)
        end
      end
    end
  end
end
