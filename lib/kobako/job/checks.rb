# frozen_string_literal: true

module Kobako
  class Job
    # What a job may be made of.
    #
    # @api private
    module Checks
      class << self
        # @raise [ArgumentError] unless there is one of code and entrypoint
        def program(job)
          if job.code.nil? == job.entrypoint.nil?
            raise ArgumentError, "the job has #{job.code ? "code: and entrypoint:" : "nothing to run"} (pass code:, " \
                                 "or entrypoint: and snippets:)"
          end
          return if job.entrypoint || (job.args.empty? && job.kwargs.empty?)

          raise ArgumentError, "args: and kwargs: are for an entrypoint (pass entrypoint: and snippets: in place of " \
                               "code:)"
        end

        # @param options [SandboxOptions]
        # @return [Array] seed, clock to the nanosecond in UTC, results
        def options(options)
          clock = options.clock
          clock = Time.at(clock.to_i, clock.nsec, :nsec).utc.freeze if clock.is_a?(Time)
          [options.seed, clock, options.results]
        end

        # @return [Array(String, Integer)]
        # @raise [ArgumentError] as {Location.of}
        def place(filename, line)
          Location.of(filename, line)
          [filename.dup.freeze, line]
        end

        # @return [String] frozen
        # @raise [ArgumentError] when it is no program
        def code(code)
          Program.text(code).dup.freeze
        rescue SandboxError => e
          raise ArgumentError, e.message
        end

        # @return [String, nil] frozen
        # @raise [ArgumentError] when it is no key
        def key(key)
          return if key.nil?

          text = text(key, MAX_KEY) if key.is_a?(String)
          return text if text

          shown = key.is_a?(String) ? "has #{key.bytesize} bytes" : "is a #{key.class}"
          raise ArgumentError, "key #{shown}, expected UTF-8 text of 1 to #{MAX_KEY} bytes (nil for none)"
        end

        # @return [Array] a copy, frozen as a whole
        # @raise [ArgumentError] when they cannot cross
        def args(args)
          raise ArgumentError, "args is a #{args.class}, expected an Array" unless args.is_a?(Array)

          args.each_with_index.map { |value, index| copy(value, "argument #{index + 1}") }.freeze
        end

        # @return [Hash{Symbol => Object}] a copy, frozen as a whole
        # @raise [ArgumentError] when they cannot cross
        def kwargs(kwargs)
          raise ArgumentError, "kwargs is a #{kwargs.class}, expected a Hash" unless kwargs.is_a?(Hash)

          kwargs.to_h do |name, value|
            text = text(name, MAX_KEY) if name.is_a?(Symbol)
            unless text
              raise ArgumentError, "keyword #{name.inspect[0, 64]} is a #{name.class}, expected a Symbol of 1 to " \
                                   "#{MAX_KEY} bytes of UTF-8"
            end

            [text.to_sym, copy(value, "keyword #{text}")]
          end.freeze
        end

        # @return [Hash{String => String}] a copy, frozen as a whole
        # @raise [ArgumentError] for other paths or names
        def services(services)
          raise ArgumentError, "services is a #{services.class}, expected a Hash" unless services.is_a?(Hash)

          # Paths that cannot stand beside each other are refused there.
          bindings = Kobako::Catalog::Bindings.new
          services.to_h do |path, name|
            path = Kobako::Catalog::Name.path(path)
            bindings.bind(path, Kobako::Catalog::Bindings.none)
            [path, named(path, name)]
          end.sort.to_h.freeze
        end

        # @return [Hash{String => String}] a copy, frozen as a whole
        # @raise [ArgumentError] for other names or code
        def sources(sources, what, kind)
          raise ArgumentError, "#{what} is a #{sources.class}, expected a Hash" unless sources.is_a?(Hash)

          table = Kobako::Catalog::Snippets.new
          sources.to_h do |name, code|
            table.add(source = kind.new(name, code))
            [source.name, source.body]
          end.freeze
        end

        # @return [String] it
        # @raise [ArgumentError] over the limit
        def size(json)
          return json if json.bytesize <= MAX_BYTES

          raise ArgumentError, "the job has #{json.bytesize} bytes of JSON, the limit is #{MAX_BYTES} (keep large " \
                               "data in a service)"
        end

        # @param name [Object]
        # @param most [Integer] bytes
        # @return [String, nil] UTF-8, frozen; nil unless it is such text, and some
        def text(name, most)
          return unless name.is_a?(String) || name.is_a?(Symbol)

          text = name.to_s
          binary = text.encoding == Encoding::BINARY
          text = binary ? text.dup.force_encoding(Encoding::UTF_8) : text.encode(Encoding::UTF_8)
          text.dup.freeze if text.valid_encoding? && text.bytesize.between?(1, most)
        rescue EncodingError
          nil
        end

        private

        def named(path, name)
          Catalog.checked(name)
        rescue ArgumentError => e
          raise ArgumentError, "the service of #{path} has no name: #{e.message}"
        end

        def copy(value, what)
          Value.copy(value)
        rescue Codec::UnsupportedType => e
          raise ArgumentError, "#{what} cannot be sent: #{e.message}"
        end
      end
    end
    private_constant :Checks
  end
end
