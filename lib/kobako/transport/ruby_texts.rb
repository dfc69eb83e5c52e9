# frozen_string_literal: true

require_relative "../exposure/label"

module Kobako
  module Transport
    # Messages of Ruby's own exceptions, without what they show of objects: by names of classes and methods alone,
    # worded as Ruby 3.4 and newer do. No code of the objects runs.
    module RubyTexts
      CLASS = Kernel.instance_method(:class)
      PRIVATE = Module.instance_method(:private_method_defined?)
      PROTECTED = Module.instance_method(:protected_method_defined?)
      NAME_OF = NameError.instance_method(:name)
      RECEIVERS = [NameError, FrozenError].to_h { |error| [error, error.instance_method(:receiver)] }.freeze
      ERRNO = SystemCallError.instance_method(:errno)
      MAX_NAME = 80
      private_constant :CLASS, :PRIVATE, :PROTECTED, :NAME_OF, :RECEIVERS, :ERRNO, :MAX_NAME

      CLASS_NAME = /(?:[A-Z]\w*(?:::[A-Z]\w*)*|nil|true|false)/
      KEYWORDS = /:\w+[?!]?(?:, :\w+[?!]?)*/
      # Ruby's messages that hold names of classes, parameters and numbers alone.
      HARMLESS = Regexp.union(
        /no implicit conversion (?:of|from) #{CLASS_NAME} (?:in)?to #{CLASS_NAME}/i,
        /#{CLASS_NAME} can't be coerced into #{CLASS_NAME}/,
        /can't convert #{CLASS_NAME} (?:in)?to #{CLASS_NAME}(?: \(#{CLASS_NAME}#\w+ gives #{CLASS_NAME}\))?/,
        /wrong argument type #{CLASS_NAME} \(expected [\w :]+\)/,
        /comparison of #{CLASS_NAME} with (?:#{CLASS_NAME}|-?\d+(?:\.\d+)?) failed/,
        /wrong number of arguments \(given \d+, expected \d+(?:\.\.\d+|\+)?(?:; required keywords?: [\w, ]+)?\)/,
        /(?:missing|unknown) keywords?: #{KEYWORDS}/,
        /index -?\d+ outside of array bounds: -?\d+\.\.\.-?\d+/, /index -?\d+ out of string/,
        /index -?\d+ too small for array; minimum: -?\d+/, /can't iterate from #{CLASS_NAME}/, /invalid radix -?\d+/,
        "iteration reached an end", "divided by 0", "invalid date", "execution expired", "end of file reached",
        "closed stream", "stream closed", "not opened for reading", "not opened for writing", "no block given (yield)",
        "NaN", "Infinity", "-Infinity", "negative array size", "negative argument", "argument too big",
        "argument out of range", "bad value for range", "exception class/object expected", "queue empty",
        "queue closed",
        "bignum too big to convert into `long'", "bignum too big to convert into 'long'", "dead fiber called"
      ).then { |shapes| /\A(?:#{shapes})\z/ }
      # How messages begin that go on with a value.
      BEGINNING = /\Ainvalid value for [A-Z]\w*\(\)/
      private_constant :CLASS_NAME, :KEYWORDS, :HARMLESS, :BEGINNING

      # What Ruby's own messages are about, without what they show of it.
      TEXTS = {
        KeyError => "key not found", StopIteration => "iteration reached an end", IndexError => "index out of range",
        UncaughtThrowError => "uncaught throw", NoMatchingPatternError => "no pattern matches the value",
        FloatDomainError => "a Float that is no finite number", RangeError => "a value is out of range",
        EncodingError => "a text cannot be converted to the encoding", RegexpError => "invalid pattern",
        EOFError => "end of file reached", TypeError => "a value of the wrong class",
        ArgumentError => "an invalid argument", IOError => "input or output failed"
      }.freeze
      OTHER = "Ruby's own message stays on the host"
      private_constant :TEXTS, :OTHER

      class << self
        # @param text [String]
        # @return [Boolean] whether it is a message of Ruby that shows no object
        def harmless?(text) = text.ascii_only? && HARMLESS.match?(text)

        # @param klass [Class] of the exception
        # @param exception [Exception] that Ruby worded
        # @param text [Object] what it was made with
        # @return [String] what it is about
        def for(klass, exception, text)
          case exception
          when NameError then name_error(exception)
          when FrozenError then "can't modify frozen #{frozen(exception)}"
          when SystemCallError then SystemCallError.new(ERRNO.bind_call(exception)).message
          else beginning(text) || TEXTS.find { |error, _| klass <= error }&.last || OTHER
          end
        end

        # @param exception [NameError, FrozenError]
        # @param error [Class] one of these two
        # @return [Boolean] whether Ruby noted what the exception is about; the application seldom does
        def receiver?(exception, error)
          RECEIVERS.fetch(error).bind_call(exception)
          true
        rescue ArgumentError
          false
        end

        private

        def beginning(text) = String === text && text.ascii_only? ? text[BEGINNING] : nil # rubocop:disable Style/CaseEquality

        def name_error(exception)
          name = NAME_OF.bind_call(exception).to_s
          name = name.length > MAX_NAME ? "#{name[0, MAX_NAME]}…" : name
          return "undefined name '#{name}'" unless receiver?(exception, NameError)
          return "uninitialized constant #{name}" if constant?(exception, name)

          receiver = RECEIVERS.fetch(NameError).bind_call(exception)
          "#{trouble(exception, receiver, name)} #{described(receiver)}"
        end

        def constant?(exception, name)
          name.match?(/\A[[:upper:]]\w*\z/) && !(NoMethodError === exception) && # rubocop:disable Style/CaseEquality
            Module === RECEIVERS.fetch(NameError).bind_call(exception) # rubocop:disable Style/CaseEquality
        end

        def trouble(exception, receiver, name)
          klass = Runtime.class_of(receiver)
          plain = NameError == CLASS.bind_call(exception) && !(Module === receiver) # rubocop:disable Style/CaseEquality
          return "undefined local variable or method '#{name}' for" if plain
          return "private method '#{name}' called for" if PRIVATE.bind_call(klass, name)
          return "protected method '#{name}' called for" if PROTECTED.bind_call(klass, name)

          "undefined method '#{name}' for"
        end

        # As Ruby 3.4 and newer say it.
        def described(receiver)
          case receiver
          when nil then "nil"
          when true then "true"
          when false then "false"
          when Class then "class #{Exposure::Label.class_name(receiver)}"
          when Module then "module #{Exposure::Label.class_name(receiver)}"
          else "an instance of #{Exposure::Label.class_name(CLASS.bind_call(receiver))}"
          end
        end

        def frozen(exception)
          return "object" unless receiver?(exception, FrozenError)

          Exposure::Label.class_name(CLASS.bind_call(RECEIVERS.fetch(FrozenError).bind_call(exception)))
        end
      end
    end
  end
end
