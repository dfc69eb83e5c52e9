# frozen_string_literal: true

module Kobako
  # What the caller of a run says of its journal: the answer to the call that waits, and what becomes of one of which
  # nobody knows whether it was made.
  #
  # @api private
  class Resumption
    NONE = Object.new.freeze
    RULES = %i[ask fail].freeze
    KEYWORDS = %i[journal answer answer_error ask_again on_unknown].freeze
    private_constant :RULES, :KEYWORDS

    # @return [Journal]
    attr_reader :journal
    # @return [Symbol, #call] :ask, :fail, or what gives a value
    attr_reader :on_unknown

    # @param journal [Journal, nil]
    # @param answer [Object] NONE without one
    # @param error [String, Exception, nil]
    # @param on_unknown [Symbol, #call]
    # @param ask_again [Boolean]
    # @return [Resumption, nil] nil without a journal
    # @raise [ArgumentError] for what cannot be
    def self.of(journal, answer, error, on_unknown, ask_again = false) # rubocop:disable Style/OptionalBooleanParameter
      return none(answer, error) if journal.nil?
      return new(journal, answer, error, on_unknown, ask_again) if journal.is_a?(Journal)

      raise ArgumentError, "journal is a #{journal.class}, expected a Kobako::Journal"
    end

    def self.none(answer, error)
      return if NONE.equal?(answer) && error.nil?

      raise ArgumentError, "an answer needs the journal of the run that waits for it (pass journal:)"
    end
    private_class_method :none

    # @param keywords [Hash{Symbol => Object}] of a call
    # @return [Array(Resumption, Hash), Array(nil, Hash)] what of them is about a journal, and the others
    # @raise [ArgumentError] as {of}
    def self.among(keywords)
      return [nil, keywords] unless keywords.key?(:journal) && keywords[:journal].is_a?(Journal)

      own = { answer: NONE, answer_error: nil, on_unknown: :fail, ask_again: false, **keywords.slice(*KEYWORDS) }
      own = own.values_at(:journal, :answer, :answer_error, :on_unknown, :ask_again)
      [of(*own), keywords.except(*KEYWORDS)]
    end

    # @param journal [Journal]
    # @param answer [Object]
    # @param error [String, Exception, nil]
    # @param on_unknown [Symbol, #call]
    # @param ask_again [Boolean]
    def initialize(journal, answer, error, on_unknown, ask_again)
      @journal = journal
      @answer = answer
      @error = error
      @on_unknown = on_unknown
      @ask_again = ask_again
      check
    end

    # @return [Boolean] whether there is an answer that was not taken
    def answer? = !NONE.equal?(@answer) || !@error.nil?

    # @return [Boolean] whether the call that waits is made again
    def ask_again? = @ask_again

    # Takes the answer.
    #
    # @param dispatcher [Transport::Dispatcher]
    # @return [Object, Fault]
    def take(dispatcher)
      answer = @answer
      error = @error
      @answer = NONE
      @error = nil
      error ? Fault.new("runtime", dispatcher.failures.keep(error)) : answer
    end

    private

    def check
      unless RULES.include?(@on_unknown) || @on_unknown.respond_to?(:call)
        raise ArgumentError, "on_unknown is #{@on_unknown.inspect}, expected :ask, :fail or what gives a value"
      end
      raise ArgumentError, "answer: and answer_error: are both there (pass one)" if @error && !NONE.equal?(@answer)

      raise ArgumentError, "ask_again: stands beside an answer (pass one of them)" if @ask_again && answer?

      @error = exception(@error) if @error
      return unless answer? && @journal.waiting.nil?

      raise ArgumentError, "the journal waits for no answer (pass answer: for a run that was suspended)"
    end

    def exception(error)
      return error if error.is_a?(StandardError)
      return RuntimeError.new(error) if error.is_a?(String)

      raise ArgumentError, "answer_error is a #{error.class}, expected a String or a StandardError"
    end
  end
end
