# frozen_string_literal: true

module Kobako
  # Runs untrusted Ruby, one invocation at a time, each from the same fresh guest state.
  #
  # @example
  #   sandbox = Kobako::Sandbox.new(timeout: 1.0)
  #   sandbox.eval("puts 'hi'; 1 + 2") # => 3
  #   sandbox.stdout                   # => "hi\n"
  class Sandbox
    DEFAULT_WASM_PATH = File.expand_path("../../data/kobako.wasm", __dir__).freeze
    MAX_CODE_BYTES = 16 << 20

    # An encoded empty table: no services, no snippets.
    EMPTY_TABLE = Codec::Encoder.encode([]).freeze
    private_constant :EMPTY_TABLE

    # @return [String] path of the guest's wasm file
    attr_reader :wasm_path
    # @return [SandboxOptions]
    attr_reader :options

    # Runs no guest code.
    #
    # @param wasm_path [String, #to_path, nil] nil for the guest that comes with the gem
    # @param timeout [Numeric, nil] seconds of wall clock for one invocation, nil for no limit
    # @param memory_limit [Integer, nil] bytes by which the guest's memory may grow, nil for no limit
    # @param stdout_limit [Integer, nil] bytes of output kept, nil for the default of 1 MiB
    # @param stderr_limit [Integer, nil] bytes of output kept, nil for the default of 1 MiB
    # @raise [ArgumentError] for a limit out of range
    # @raise [ModuleNotBuiltError] when the wasm file does not exist
    # @raise [SetupError] when it is unreadable, not wasm or not a kobako guest
    def initialize(wasm_path: nil, timeout: SandboxOptions::DEFAULT_TIMEOUT,
                   memory_limit: SandboxOptions::DEFAULT_MEMORY_LIMIT, stdout_limit: nil, stderr_limit: nil)
      @wasm_path = wasm_path.nil? ? DEFAULT_WASM_PATH : File.path(wasm_path)
      @options = SandboxOptions.new(timeout:, memory_limit:,
                                    stdout_limit:, stderr_limit:)
      @runtime = Runtime.from_path(@wasm_path, @options.timeout, @options.memory_limit,
                                   @options.stdout_limit, @options.stderr_limit)
    end

    # @param code [String] Ruby source, at most 16 MiB
    # @return [Object] the value of its last expression
    # @raise [SandboxError] when the code raises, does not compile, or its value cannot cross
    # @raise [ServiceError] when a service call failed and the code did not rescue it
    # @raise [TrapError] when the guest was stopped; {TimeoutError} and {MemoryLimitError} by a limit
    # @raise [Kobako::Error] when this sandbox is running already
    def eval(code)
      source = source_text(code)
      invoke("Sandbox#eval") { @runtime.eval(EMPTY_TABLE, source, EMPTY_TABLE) }
    end

    # @return [Float, nil] seconds
    def timeout = @options.timeout

    # @return [Integer, nil] bytes
    def memory_limit = @options.memory_limit

    # @return [Integer] bytes
    def stdout_limit = @options.stdout_limit

    # @return [Integer] bytes
    def stderr_limit = @options.stderr_limit

    # @return [String] the latest invocation's standard output, "" before the first;
    #   UTF-8, or binary if the bytes are not valid UTF-8
    def stdout = stdout_capture.bytes.dup

    # @return [String] the latest invocation's standard error, like {#stdout}
    def stderr = stderr_capture.bytes.dup

    # @return [Boolean] whether the latest standard output was cut at stdout_limit
    def stdout_truncated? = stdout_capture.truncated?

    # @return [Boolean] whether the latest standard error was cut at stderr_limit
    def stderr_truncated? = stderr_capture.truncated?

    # @return [Usage] what the latest invocation cost, {Usage::EMPTY} before the first
    def usage = @runtime.usage

    # @return [String]
    def inspect
      "#<#{self.class} #{@options.to_h.map { |name, value| "#{name}=#{value.inspect}" }.join(" ")}>"
    end

    # @raise [TypeError] always
    def marshal_dump
      raise TypeError, "a #{self.class} cannot be marshalled (marshal options.to_h and make a new one)"
    end

    private

    def initialize_copy(_original)
      raise TypeError, "a #{self.class} cannot be copied (make another with #{self.class}.new(**options.to_h))"
    end

    def invoke(operation) = Outcome.of(yield, operation)

    def source_text(code)
      raise SandboxError, "code is a #{code.class}, expected a String of Ruby source" unless code.is_a?(String)

      source = utf8(code)
      return source if source.bytesize <= MAX_CODE_BYTES

      raise SandboxError, "code has #{source.bytesize} bytes, the limit is #{MAX_CODE_BYTES} (split it)"
    end

    def utf8(code)
      text = case code.encoding
             when Encoding::UTF_8, Encoding::US_ASCII then code
             when Encoding::BINARY then code.dup.force_encoding(Encoding::UTF_8)
             else code.encode(Encoding::UTF_8)
             end
      return text if text.valid_encoding?

      raise SandboxError, "code is not valid #{text.encoding} (pass UTF-8 source, and write other bytes as \"\\xNN\")"
    rescue EncodingError => e
      raise SandboxError, "code in #{code.encoding} cannot be turned into UTF-8: #{e.message}"
    end

    def stdout_capture
      snapshot = @runtime.snapshot
      snapshot ? Capture.new(snapshot.stdout, truncated: snapshot.stdout_truncated?) : Capture::EMPTY
    end

    def stderr_capture
      snapshot = @runtime.snapshot
      snapshot ? Capture.new(snapshot.stderr, truncated: snapshot.stderr_truncated?) : Capture::EMPTY
    end
  end
end
