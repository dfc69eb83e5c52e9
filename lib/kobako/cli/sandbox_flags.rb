# frozen_string_literal: true

module Kobako
  module CLI
    # The options that say what a sandbox of the command is.
    #
    # @api private
    class SandboxFlags
      # Beside the library's own defaults: a person's program reads and prints more than a formula.
      DEFAULTS = { timeout: 60.0, memory_limit: 256 << 20, stdout_limit: 64 << 20, stderr_limit: 64 << 20 }.freeze
      # Where a script finds what `--input` names.
      INPUT = "Input"

      # @param defaults [Hash] of a command whose own they are
      def initialize(defaults = {})
        @options = DEFAULTS.merge(defaults)
        @files = []
      end

      # @param parser [OptionParser]
      def define(parser)
        define_limits(parser)
        define_surroundings(parser)
        define_host(parser)
      end

      # The limits alone.
      #
      # @param parser [OptionParser]
      def define_limits(parser)
        seconds = format("%g", @options[:timeout])
        parser.on("--timeout SECONDS", "stop the script after so long (#{seconds}; none: no limit)") do |text|
          @options[:timeout] = Quantity.seconds_or_none("--timeout", text)
        end
        parser.on("--memory BYTES", "how much its memory may grow, such as 512K or 10M",
                  "(#{Quantity.size(@options[:memory_limit])}; none: no limit)") do |text|
          @options[:memory_limit] = Quantity.bytes_or_none("--memory", text)
        end
        define_output(parser)
        parser.on("--handles NUMBER", "how many objects of services it may hold " \
                                      "(#{SandboxOptions::DEFAULT_MAX_HANDLES})") do |text|
          @options[:max_handles] = Quantity.integer("--handles", text, 1..Handle::MAX_ID)
        end
      end

      # @return [Hash{Symbol => Object}] of a sandbox
      attr_reader :options

      # @return [Boolean] whether code and data cannot both come from standard input
      def stdin? = @input&.first == Source::DASH

      # @param console [Console]
      # @param options [Hash] further ones
      # @yieldparam sandbox [Sandbox] before services are bound
      # @return [Sandbox] with its input and services
      # @raise [UsageError] for an input or a file that cannot be had
      # @raise [Kobako::Error] when the limits do not let a snippet compile
      def sandbox(console, **options)
        input(console)
        @services ||= @files.flat_map { |file| Services.load(file).map { |block| [file, block] } }
        Sandbox.new(**@options, **options).tap do |sandbox|
          bind_input(sandbox)
          yield sandbox if block_given?
          @services.each { |file, block| Services.apply(file, block, sandbox) }
        end
      end

      private

      def define_output(parser)
        %i[stdout stderr].each do |stream|
          limit = :"#{stream}_limit"
          parser.on("--#{stream} BYTES", "keep so much of its #{stream}, cut the rest " \
                                         "(#{Quantity.size(@options[limit])})") do |text|
            @options[limit] = Quantity.bytes("--#{stream}", text)
          end
        end
      end

      def define_surroundings(parser)
        parser.on("--seed NUMBER", "where its random numbers begin (always the same)") do |text|
          @options[:seed] = Quantity.integer("--seed", text)
        end
        parser.on("--clock fixed|host|TIME", "what its Time.now is (#{clock})") do |text|
          @options[:clock] = Quantity.clock("--clock", text)
        end
      end

      def clock = @options[:clock] == :host ? "host; fixed is 1970-01-01 UTC" : "fixed: 1970-01-01 UTC"

      def define_host(parser)
        parser.on("--input FILE", "a JSON file, which the script has as #{INPUT}",
                  "(- is standard input)") do |path|
          input!(path, :json)
        end
        parser.on("--input-text FILE", "the same of a text file") { |path| input!(path, :text) }
        parser.on("-r", "--require FILE", "a Ruby file of yours, which binds services by",
                  "Kobako::CLI.services { |sandbox| ... }") { |path| @files << path }
      end

      def input!(path, kind)
        raise UsageError, "give one --input or --input-text, not two" if @input

        @input = [path, kind]
      end

      def input(console)
        return if @input.nil? || @value

        path, kind = @input
        text = Source.read(path, console).force_encoding(Encoding::UTF_8).delete_prefix("\uFEFF")
        @value = [kind == :json ? json(path, text) : text]
      end

      def json(path, text)
        raise UsageError, "--input #{Source.name(path)} is not valid UTF-8, which JSON is (--input-text takes any)" \
          unless text.valid_encoding?

        JSON.parse(text)
      rescue JSON::ParserError => e
        raise UsageError, "--input #{Source.name(path)} is no JSON: #{e.message.lines.first.to_s.strip[0, 200]} " \
                          "(--input-text takes any text)"
      end

      def bind_input(sandbox)
        sandbox.bind(INPUT, @value.first) if @value
      rescue ArgumentError => e
        raise UsageError, "--input #{Source.name(@input.first)}: #{e.message}"
      end
    end
  end
end
