# frozen_string_literal: true

require_relative "bound"

module Kobako
  module RSpec
    # See {Matchers#expose}. Negated, it passes when a guest reaches none of the methods.
    class Expose
      include ::RSpec::Matchers::Composable

      # @api private
      def initialize(path, methods)
        @path = Catalog::Name.path(path)
        @methods = methods.flatten.map(&:to_s).sort
        @others = false
      end

      # Lets the service expose more than is listed.
      #
      # @return [self]
      def among_others
        @others = true
        self
      end

      # @api private
      def matches?(subject)
        judge(subject) do |names|
          missing = @methods - names
          more = @others ? [] : names - @methods
          [("it does not expose #{missing.join(", ")}" if missing.any?),
           ("it exposes #{more.join(", ")}, too" if more.any?)]
        end
      end

      # @api private
      def does_not_match?(subject)
        raise ArgumentError, "not_to expose takes methods that a guest must not reach" if @methods.empty?

        judge(subject) do |names|
          reached = @methods & names
          [("it exposes #{reached.join(", ")}" if reached.any?)]
        end
      end

      # @api private
      def description
        listed = @methods.empty? ? "nothing" : @methods.join(", ")
        "expose #{listed} at #{@path}#{" among others" if @others}"
      end

      # @api private
      def failure_message = "expected the sandbox to #{description}, but #{@problem}"

      # @api private
      def failure_message_when_negated = "expected the sandbox not to #{description}, but #{@problem}"

      private

      def judge(subject)
        bound = Bound.new(subject, @path)
        problems = bound.service? ? yield(bound.names).compact : [bound.absence]
        @problem = problems.join(", and ")
        @problem += " (a guest reaches: #{bound.listed})" if bound.service?
        problems.empty?
      end
    end
  end
end
