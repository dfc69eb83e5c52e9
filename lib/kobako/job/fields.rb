# frozen_string_literal: true

module Kobako
  class Job
    # A job's fields in JSON.
    #
    # @api private
    module Fields
      TIME = /\A(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{9})Z\z/
      FORMAT = "%Y-%m-%dT%H:%M:%S.%NZ"
      private_constant :TIME, :FORMAT

      class << self
        # @param job [Job]
        # @return [Hash{String => Object}]
        def of(job)
          { "key" => job.key, "code" => job.code, "entrypoint" => job.entrypoint&.name, **place(job),
            **collections(job).reject { |_, collection| collection.empty? },
            "seed" => job.seed && Value.dump(job.seed), "clock" => clock(job.clock), "results" => job.results }
        end

        # @param document [Document]
        # @return [Hash{Symbol => Object}] what is not in JSON as a Job takes it, as far as it is there
        # @raise [JobError] when they are none
        def read(document)
          args = document.fetch("args", Array, default: [])
          kwargs = document.fetch("kwargs", Hash, default: {})
          { args: args.each_with_index.map { |json, index| Value.load(json, "argument #{index + 1}") },
            kwargs: kwargs.to_h { |name, json| [name.to_sym, Value.load(json, "keyword #{name[0, 64]}")] },
            snippets: sources(document, "snippets"), libraries: sources(document, "libraries"),
            seed: document.value("seed"), clock: time(document.fetch("clock", String)),
            results: results(document.fetch("results", String)) }
        end

        private

        def collections(job)
          { "args" => job.args.map { |value| Value.dump(value) },
            "kwargs" => job.kwargs.transform_values { |value| Value.dump(value) },
            "services" => job.services, "snippets" => job.snippets.to_a, "libraries" => job.libraries.to_a,
            "limits" => job.limits }
        end

        # Pairs, as their order counts, and a store may sort the keys of an object.
        def sources(document, name)
          document.fetch(name, Array, default: []).each_with_object({}) do |pair, sources|
            unless pair.is_a?(Array) && pair.size == 2 && !sources.key?(pair.first)
              raise JobError, "#{name} of the job are no pairs of a name of its own and source"
            end

            sources[pair.first] = pair.last
          end
        end

        def place(job)
          { "filename" => (job.filename unless job.filename == Location::DEFAULT_FILENAME),
            "line" => (job.line unless job.line == 1) }
        end

        def clock(clock) = clock.is_a?(Time) ? clock.strftime(FORMAT) : clock

        def time(text)
          return text&.to_sym if text.nil? || text == "host"

          *parts, nanoseconds = text.match(TIME)&.captures
          time = Time.utc(*parts, Rational(nanoseconds.to_i, 1000)) if nanoseconds
          return time if time&.strftime(FORMAT) == text

          raise JobError, "clock of the job is #{text[0, 40].inspect}, expected \"host\" or a time such as " \
                          "\"2026-11-29T12:00:00.000000000Z\""
        rescue ArgumentError
          raise JobError, "clock of the job is #{text[0, 40].inspect}, which is no time"
        end

        def results(text)
          return text&.to_sym if text.nil? || text == "hash"

          raise JobError, "results of the job is #{text[0, 40].inspect}, expected \"hash\""
        end
      end
    end
    private_constant :Fields
  end
end
