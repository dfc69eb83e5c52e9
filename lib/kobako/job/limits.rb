# frozen_string_literal: true

module Kobako
  class Job
    # The limits that a job has, and those that a server has for every job.
    #
    # @api private
    module Limits
      NAMES = %i[timeout memory_limit stdout_limit stderr_limit max_handles max_calls].freeze

      class << self
        # @param limits [Hash{Symbol, String => Numeric, nil}]
        # @param what [String] for the message
        # @return [Hash{Symbol => Numeric, nil}] frozen
        # @raise [ArgumentError] for another name or value
        def checked(limits, what)
          unless limits.is_a?(Hash)
            raise ArgumentError, "#{what} is a #{limits.class}, expected a Hash such as { timeout: 1 }"
          end

          given = limits.transform_keys { |name| known(name, what) }
          options = SandboxOptions.new(**given.except(:max_calls))
          calls = given[:max_calls]
          (NAMES & given.keys).to_h do |name|
            [name, name == :max_calls ? calls && Call.limit(calls) : options.public_send(name)]
          end.freeze
        end

        # @param limits [Hash{Symbol => Numeric, nil}] of a job
        # @param most [Hash{Symbol => Numeric, nil}] of a server
        # @return [Hash{Symbol => Numeric, nil}] those of the run
        # @raise [JobError] when the job's are higher
        def within(limits, most)
          most.each_with_object(limits.dup) do |(name, highest), run|
            next if highest.nil?

            run[name] = limits.key?(name) ? lower(name, limits[name], highest) : least(name, highest)
          end
        end

        private

        def known(name, what)
          found = NAMES.find { |limit| limit.name == name.to_s } if name.is_a?(Symbol) || name.is_a?(String)
          return found if found

          near = Spelling.near(name.to_s[0, 64], NAMES.map(&:name)).first
          raise ArgumentError, "#{what} has #{name.inspect[0, 64]}, expected #{near || NAMES.join(", ")}"
        end

        def lower(name, value, highest)
          return value if value && value <= highest

          raise JobError, "the job's #{name} is #{value || "without limit"}, at_most is #{highest} here (make the " \
                          "job with a lower one)"
        end

        # What the job has that says nothing of it.
        def least(name, highest)
          default = name == :max_calls ? nil : SandboxOptions.new.public_send(name)
          [default, highest].compact.min
        end
      end
    end
  end
end
