# frozen_string_literal: true

# Matchers. All have matches?, failure_message and negative_failure_message.
class SpecMatcher
  def initialize(text, &test)
    @text = text
    @test = test
  end

  def matches?(actual)
    @actual = actual
    @test.call(actual)
  end

  def failure_message
    ["expected #{Spec.show(@actual)} to #{@text}"]
  end

  def negative_failure_message
    ["expected #{Spec.show(@actual)} not to #{@text}"]
  end
end

class SpecRaise
  NO_CAUSE = Object.new

  def initialize(error, message = nil, options = nil, &block)
    if message.is_a?(Hash)
      options = message
      message = nil
    end
    @error = error
    @message = message
    @cause = options && options.key?(:cause) ? options[:cause] : NO_CAUSE
    @block = block
    @got = nil
  end

  def matches?(proc)
    begin
      @value = proc.call
      return false
    rescue Exception => e
      @got = e
    end
    return false unless @error === @got

    case @message
    when String then return false unless @message == @got.message
    when Regexp then return false unless @message =~ @got.message
    end
    return false unless NO_CAUSE.equal?(@cause) || @cause == @got.cause

    @block.call(@got) if @block
    true
  end

  def failure_message
    got = @got ? "#{@got.class}: #{Spec.flat(@got.message, 200)}" : "nothing raised, value #{Spec.show(@value)}"
    ["expected #{@error}#{@message && " (#{Spec.show(@message)})"}", "got #{got}"]
  end

  def negative_failure_message
    ["expected not to raise #{@error}", "got #{@got.class}: #{Spec.flat(@got.message, 200)}"]
  end
end
