# frozen_string_literal: true

require "json"
require_relative "description"
require_relative "code_mode/tool"
require_relative "code_mode/approvals"
require_relative "code_mode/answer"
require_relative "code_mode/driver"
require_relative "code_mode/guard"
require_relative "code_mode/instructions"
require_relative "code_mode/model_text"
require_relative "code_mode/session"

module Kobako
  # Lets a language model work with Ruby: tells it what there is, runs what it answers, and gives back text that it can
  # go on from. What earlier code of the model defined is there in later code. Loaded by `require "kobako/code_mode"`
  # alone; it knows no client of any model, and needs none.
  #
  # @example
  #   mode = Kobako::CodeMode.new(tools: { "Tools::Orders" => orders, "Tools::Mail" => mail },
  #                               approve: { "Tools::Mail.deliver" => :ask })
  #   chat = [{ role: "system", content: mode.instructions }, …]   # and mode.tool_schema(:openai)
  #   answer = mode.call(arguments)                                # what the model wrote
  #   answer = mode.approve if answer.suspended? && person_agrees(answer.waiting)
  #   answer.to_s                                                  # for the model
  class CodeMode
    # Seconds of one call, with the replay of those before it.
    DEFAULT_TIMEOUT = 10.0
    # Bytes by which the guest's memory may grow.
    DEFAULT_MEMORY_LIMIT = 64 << 20
    # Bytes of the value's text, and of each of stdout and stderr, of one call.
    DEFAULT_OUTPUT_LIMIT = 64 << 10
    # Bytes that a session may have.
    DEFAULT_SESSION_LIMIT = 8 << 20
    # Calls of tools in one call.
    DEFAULT_MAX_CALLS = 50
    # So many times the output of one call is kept of a session.
    OUTPUTS = 16
    private_constant :OUTPUTS

    # @return [Sandbox] in which all sessions run
    attr_reader :sandbox
    # @return [SandboxOptions] the limits of one call
    attr_reader :limits
    # @return [Integer] calls of tools that one call of the model may make
    attr_reader :max_calls
    # @return [Integer] bytes that a session may have
    attr_reader :session_limit
    # @api private
    # @return [Approvals]
    attr_reader :approvals
    # @api private
    # @return [Description::Services]
    attr_reader :services
    # @api private
    # @return [Array(#call, #call)] identify and locate
    attr_reader :finders

    # @param tools [Hash{String => Object}] what is bound, by path (`"Tools::Orders"`): objects, lambdas, data; which
    #   methods are reached is as of {Sandbox#bind}
    # @param max_calls [Integer] of tools, in one call
    # @param approve [Hash{String => Symbol, #call}] by path and method (`"Tools::Mail.deliver"`), or by path for all
    #   methods: :ask lets the call wait for {#approve} or {#deny}. A lambda gets the {PendingCall}, and gives true to
    #   have it made, :ask to let it wait, false or a String that says why to deny it. A rule holds for an object,
    #   whatever path or name it is called by
    # @param describe [Hash{String => String}] what the model is told, by path or by path and method: a comment, or a
    #   type as RBS has it (`"(Integer id) -> Hash # Finds one."`)
    # @param rbs [String, Array<String>, nil] RBS files or folders with types of the tools; needs the gem rbs
    # @param comments [Boolean] whether the model is told what comments above the methods say, and their YARD tags
    # @param identify [#call, nil] as of {Journal#initialize}, for objects that later calls hold in another process
    # @param locate [#call, nil] as of {Journal#initialize}
    # @param session_limit [Integer] bytes of what a session keeps: code, and answers of tools
    # @param limits [Hash{Symbol => Object}] options of {Sandbox#initialize}: timeout (10 s with the replay),
    #   memory_limit (64 MiB), stdout_limit and stderr_limit (64 KiB for each call), clock (:host), results (:hash)
    #   and the others
    # @yieldparam sandbox [Sandbox] to bind more, with `only:`, `max_calls:` (which counts for a whole session) or
    #   `replay: :again`, to preload and to expose
    # @raise [ArgumentError] for rules or texts about what is not there, and as {Sandbox#initialize} and {Sandbox#bind}
    def initialize(tools: {}, max_calls: DEFAULT_MAX_CALLS, approve: {}, describe: {}, rbs: nil, comments: true,
                   identify: nil, locate: nil, session_limit: DEFAULT_SESSION_LIMIT, **limits)
      @max_calls = Call.limit(max_calls)
      # Refuses what it cannot have.
      Journal.new(limit: session_limit, identify:, locate:)
      @session_limit = session_limit
      @finders = [identify, locate]
      @sandbox = new_sandbox(limits)
      tools.each { |path, object| @sandbox.bind(path, object) }
      yield @sandbox if block_given?
      Driver.prepare(@sandbox)
      @services = Description::Services.new(@sandbox, notes: notes(comments, rbs, describe), hidden: Driver::HIDDEN)
      check_subjects("describe", describe.keys)
      check_subjects("approve", approve.keys)
      @approvals = Approvals.new(approve, @sandbox)
      @instructions = Instructions.new(self, approve.keys)
      @session = session
    end

    # @param format [Symbol] :ruby for signatures, :json_schema for a JSON Schema of each method
    # @return [String] for the model, such as its system prompt: what the sandbox is, and what is bound, a line each
    # @raise [ArgumentError] for another format
    def instructions(format: :ruby) = @instructions.text(format)

    # @return [Array<Hash{Symbol => Object}>] of each method that the model reaches: name, description, and JSON Schemas
    #   of parameters and of the value (returns), where they are known
    def schemas = @instructions.schemas

    # The one tool, `run_ruby`.
    #
    # @param shape [Symbol] :openai for chat completions, :openai_responses, :anthropic, :mcp, :json for name,
    #   description and parameters alone; :ruby_llm for an object that `chat.with_tool` takes, and that runs calls
    # @param instructions [Boolean] whether its description has all of {#instructions}; some APIs take 1,024 characters
    #   at most
    # @param session [Session, nil] that a tool for ruby_llm calls; nil for the mode's own
    # @return [Hash{Symbol => Object}, Tool]
    # @raise [ArgumentError] for another shape
    def tool_schema(shape = :openai, instructions: shape == :mcp, session: nil)
      Tool.new(session || @session, instructions ? @instructions.text(:ruby) : @instructions.brief).shaped(shape)
    end

    # @param bytes [String, nil] that {Session#dump} gave, in any process that has the same tools
    # @return [Session] of its own, with the same tools and limits
    # @raise [JournalError] for bytes that are no session
    def session(bytes = nil) = Session.new(self, bytes)

    # Runs what a model wrote, in the mode's own session; {#session} gives further ones.
    #
    # @param text [String, Hash] as of {Session#call}
    # @return [Answer]
    # @raise [Kobako::Error] as {Session#call}
    def call(text) = @session.call(text)

    # @return [Answer] as of {Session#approve}
    # @raise [Kobako::Error] as it does
    def approve = @session.approve

    # @param reason [String, nil] for the model
    # @return [Answer] as of {Session#deny}
    # @raise [Kobako::Error] as it does
    def deny(reason = nil) = @session.deny(reason)

    # @param value [Object]
    # @return [Answer] as of {Session#answer}
    # @raise [Kobako::Error, ArgumentError] as it does
    def answer(value) = @session.answer(value)

    # @return [PendingCall, nil] for which the code waits
    def waiting = @session.waiting

    # @return [String] bytes, for {#session}
    def dump = @session.dump

    # Forgets all code of the mode's own session.
    #
    # @return [self]
    def reset
      @session.reset
      self
    end

    # @return [String]
    def inspect = "#<#{self.class} #{services.paths.join(", ")}>"

    private

    def new_sandbox(given)
      path = given.delete(:wasm_path)
      @limits = SandboxOptions.new(timeout: DEFAULT_TIMEOUT, memory_limit: DEFAULT_MEMORY_LIMIT, clock: :host,
                                   stdout_limit: DEFAULT_OUTPUT_LIMIT, stderr_limit: DEFAULT_OUTPUT_LIMIT,
                                   results: :hash, **given)
      Sandbox.new(wasm_path: path, **@limits.to_h, stdout_limit: most(@limits.stdout_limit),
                  stderr_limit: most(@limits.stderr_limit))
    end

    def most(limit) = [limit * OUTPUTS, SandboxOptions::MAX_BYTES].min

    def notes(comments, rbs, describe)
      Description::Notes.new(comments:, rbs: rbs && rbs_files(rbs), by_hand: describe)
    end

    def rbs_files(paths)
      require_relative "description/rbs_files"
      Description::RBSFiles.new(paths)
    end

    # What is said about something has to be about something.
    def check_subjects(option, subjects)
      return if subjects.empty?

      known = services.paths.flat_map { |path| [path, *services.names_at(path).map { |name| "#{path}.#{name}" }] }
      subjects.each do |subject|
        next if known.include?(subject)

        near = Spelling.near(subject.to_s, known).first(3)
        raise ArgumentError, "#{option}: has #{subject.inspect}, which a script does not reach " \
                             "(#{near.any? ? "did you mean #{near.join(" or ")}?" : "there are #{known.join(", ")}"})"
      end
    end
  end
end
