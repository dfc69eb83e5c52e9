# frozen_string_literal: true

require_relative "failure"
require_relative "waiting"

module Kobako
  class Job
    # An outcome's fields in JSON.
    #
    # @api private
    module Report
      FIELDS = %w[key status retryable value failure waiting stdout stderr stdout_truncated stderr_truncated usage
                  call_count replayed_count].freeze

      class << self
        # @param outcome [Outcome]
        # @return [Hash{String => Object}]
        # @raise [JobError] when its value cannot be written
        def of(outcome)
          { "key" => outcome.key, "status" => outcome.status, "retryable" => outcome.retryable? || nil,
            "value" => (written(outcome.value) if outcome.ok?), "failure" => outcome.failure&.dump,
            "waiting" => outcome.waiting && Waiting.dump(outcome.waiting),
            "stdout" => Value.dump(outcome.stdout), "stderr" => Value.dump(outcome.stderr),
            "stdout_truncated" => outcome.stdout_truncated? || nil,
            "stderr_truncated" => outcome.stderr_truncated? || nil, "usage" => outcome.usage.to_h,
            "call_count" => outcome.call_count, "replayed_count" => outcome.replayed_count }
        end

        # @param fields [Document]
        # @return [Hash{Symbol => Object}] for an Outcome
        # @raise [JobError] when they are none
        def read(fields)
          failure = fields.object("failure")&.then { |object| Failure.read(object) }
          waiting = fields.object("waiting")&.then { |object| Waiting.read(object) }
          { status: fields.fetch("status", String), key: fields.fetch("key", String), waiting:, failure:,
            error: (JobError.new(failure.to_s) if failure), value: Ractor.make_shareable(fields.value("value")),
            usage: usage(fields), stdout: text(fields, "stdout"), stderr: text(fields, "stderr"),
            **flags(fields, "retryable", "stdout_truncated", "stderr_truncated"),
            **counts(fields, "call_count", "replayed_count") }
        end

        private

        def written(value)
          Value.dump(value)
        rescue Codec::UnsupportedType => e
          raise JobError, "the value of the job cannot be written: #{e.message} (let the script end with plain data)"
        end

        def text(fields, name)
          text = fields.value(name) || ""
          text.is_a?(String) ? text : raise(JobError, "#{name} of the outcome is a #{text.class}, expected text")
        end

        def flags(fields, *names)
          names.to_h { |name| [name.to_sym, fields.fetch(name, TrueClass, FalseClass, default: false)] }
        end

        def counts(fields, *names) = names.to_h { |name| [name.to_sym, fields.fetch(name, Integer, default: 0)] }

        def usage(fields)
          object = fields.object("usage") or return Usage::EMPTY
          numbers = Usage::EMPTY.to_h.except(:kept).to_h { |name, value| [name, number(object, name.name, value)] }
          Usage.new(**numbers, **flags(object, "kept"))
        end

        # Floats that are whole numbers may have become Integers on their way.
        def number(object, name, value)
          number = object.fetch(name, Integer, Float, default: value)
          value.is_a?(Float) ? number.to_f : number.to_i
        end
      end
    end
    private_constant :Report
  end
end
