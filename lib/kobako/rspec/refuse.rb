# frozen_string_literal: true

require_relative "bound"

module Kobako
  module RSpec
    # See {Matchers#refuse}.
    class Refuse
      include ::RSpec::Matchers::Composable

      CALL = /\A((?:[A-Z]\w*::)*[A-Z]\w*)[.#](.+)\z/
      private_constant :CALL

      # @api private
      def initialize(calls)
        @calls = calls.to_h { |call| [call, parsed(call)] }
        raise ArgumentError, "refuse takes calls such as \"Shop::Orders.purge\"" if calls.empty?
      end

      # @api private
      def matches?(subject) = (@problems = problems(subject, :refused)).empty?

      # @api private
      def does_not_match?(subject) = (@problems = problems(subject, :exposed)).empty?

      # @api private
      def description = "refuse #{@calls.keys.join(", ")}"

      # @api private
      def failure_message = "expected the sandbox to #{description}, but #{@problems.join("; ")}"

      # @api private
      def failure_message_when_negated = "expected the sandbox not to #{description}, but #{@problems.join("; ")}"

      private

      def parsed(call)
        call.to_s.match(CALL)&.captures or
          raise ArgumentError, "refuse takes calls such as \"Shop::Orders.purge\", got #{call.inspect}"
      end

      def problems(subject, wanted)
        @calls.filter_map do |call, (path, name)|
          state, text = state(call, Bound.new(subject, path), path, name)
          text unless state == wanted
        end
      end

      def state(call, bound, path, name)
        return [:absent, bound.absence] unless bound.service?
        return [:exposed, "#{call} is exposed (a guest reaches: #{bound.listed})"] if bound.names.include?(name)
        return [:refused, "#{call} is refused (a guest reaches: #{bound.listed})"] if bound.method?(name)

        [:missing, "#{path} has no method #{name.inspect}, exposed or not (a guest reaches: #{bound.listed})"]
      end
    end
  end
end
