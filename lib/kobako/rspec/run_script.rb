# frozen_string_literal: true

require_relative "report"

module Kobako
  module RSpec
    # See {Matchers#run_script}. Expected values, texts and errors may be matchers, too.
    #
    # Negated, it takes one of {#and_return}, {#and_print} and {#and_warn}, and passes when the script ends with a value
    # and does not do that.
    class RunScript
      include ::RSpec::Matchers::Composable

      # @api private
      def initialize(code, filename:, line:, settings:)
        @code = code
        @place = { filename:, line: }
        @settings = [settings].compact
        @expected = {}
      end

      # @param value [Object] with which the script is to end
      # @return [self]
      def and_return(value) = expecting(:value, value)

      # @param error [Class, String, Regexp, #===] class of the error; or its message, for any {Kobako::Error}
      # @param message [String, Regexp, #===, nil] of the error, nil for any
      # @return [self]
      def and_raise(error = Kobako::Error, message = nil)
        error, message = Kobako::Error, error if error.is_a?(String) || error.is_a?(Regexp) # rubocop:disable Style/ParallelAssignment
        expecting(:error, error)
        message.nil? ? self : expecting(:message, message)
      end

      # @param text [String, Regexp, #===] all of its standard output, or a pattern in it
      # @return [self]
      def and_print(text) = expecting(:stdout, text)

      # @param text [String, Regexp, #===] all of its standard error, or a pattern in it
      # @return [self]
      def and_warn(text) = expecting(:stderr, text)

      # Makes settings for the run before it starts.
      #
      # @yieldparam run [Execution]
      # @return [self]
      # @raise [ArgumentError] without a block
      def with(&settings)
        raise ArgumentError, "with takes a block that makes settings for the run" unless settings

        @settings << settings
        self
      end

      # @api private
      def matches?(subject, &settings)
        judge(subject, settings)
        wanted = @expected.key?(:error) ? @expected : { ok: true, **@expected }
        @failed = wanted.keys.reject { |aspect| met?(aspect) }
        @failed.empty?
      end

      # @api private
      def does_not_match?(subject, &settings)
        aspect = negatable
        judge(subject, settings)
        @failed = @run.ok? ? [aspect].select { |wanted| met?(wanted) } : [:ok]
        @failed.empty?
      end

      # @api private
      def description
        wishes = Report.wishes(@expected.transform_values { |value| description_of(value) })
        ["run #{@code ? "the script" : "a script"}", *wishes].join(" and ")
      end

      # @api private
      def failure_message = "expected to #{description}, #{Report.of(@run, @code, @failed)}"

      # @api private
      def failure_message_when_negated = "expected not to #{description}, #{Report.of(@run, @code, @failed)}"

      # @api private
      def diffable? = @failed.one? && @expected.key?(@failed.first) && %i[value stdout stderr].include?(@failed.first)

      # @api private
      def expected = @expected[@failed.first]

      # @api private
      def actual = @run.public_send(@failed.first)

      private

      def expecting(aspect, value)
        raise ArgumentError, "a script ends with a value or an error, not both" if ([aspect, *@expected.keys] &
                                                                                   %i[value error]).size > 1

        @expected[aspect] = value
        self
      end

      def judge(subject, settings)
        settings = [*@settings, settings].compact
        @run = subject.is_a?(Execution) ? ended(subject, settings) : executed(subject, settings)
      end

      def executed(sandbox, settings)
        raise ArgumentError, "expected a Kobako::Sandbox, got a #{sandbox.class}" unless sandbox.respond_to?(:execute)

        sandbox.execute(@code, **@place) { |run| settings.each { |block| block.call(run) } }
      end

      def ended(execution, settings)
        return execution if @code.nil? && settings.empty?

        raise ArgumentError, "an Execution has run its script already (leave out the code and the settings)"
      end

      def met?(aspect)
        case aspect
        when :ok then @run.ok?
        when :value then @run.ok? && values_match?(@expected[:value], @run.value)
        when :error then !@run.ok? && values_match?(@expected[:error], @run.error)
        when :message then !@run.ok? && values_match?(@expected[:message], @run.error&.message)
        else values_match?(@expected[aspect], @run.public_send(aspect))
        end
      end

      def negatable
        return @expected.keys.first if @expected.one? && !@expected.key?(:error)

        raise ArgumentError, "not_to run_script takes one of and_return, and_print and and_warn (of a script that " \
                             "is to fail, say how: to run_script(code).and_raise(error))"
      end
    end
  end
end
