# frozen_string_literal: true

class SpecCapture
  def initialize
    @text = ""
  end

  def write(*parts)
    parts.each { |part| @text += part.to_s }
    parts.size
  end

  def <<(part)
    write(part)
    self
  end

  def print(*parts)
    write(*parts)
    nil
  end

  def puts(*lines)
    write("\n") if lines.empty?
    lines.flatten.each { |line| write(line.to_s.end_with?("\n") ? line.to_s : line.to_s + "\n") }
    nil
  end

  def printf(*args)
    write(format(*args))
  end

  def flush
    self
  end

  def sync
    true
  end

  def to_s
    @text
  end
  alias to_str to_s

  def ==(other)
    @text == other
  end

  def =~(other)
    @text =~ other
  end

  def method_missing(name, *args, &block)
    @text.__send__(name, *args, &block)
  end
end

class SpecOutput
  def initialize(out, err)
    @out = out
    @err = err
  end

  def matches?(proc)
    saved = [$stdout, $stderr]
    @got_out = $stdout = SpecCapture.new
    @got_err = $stderr = SpecCapture.new
    begin
      proc.call
    ensure
      $stdout, $stderr = saved
    end
    fits?(@out, @got_out.to_s) && fits?(@err, @got_err.to_s)
  end

  def fits?(wanted, got)
    wanted.nil? || (wanted.is_a?(Regexp) ? !!(got =~ wanted) : got == wanted)
  end

  def failure_message
    ["expected output #{Spec.show(@out)} #{Spec.show(@err)}",
     "got #{Spec.show(@got_out.to_s)} #{Spec.show(@got_err.to_s)}"]
  end
  alias negative_failure_message failure_message
end

class SpecComplain
  def initialize(text, options)
    if text.is_a?(Hash)
      options = text
      text = nil
    end
    @text = text
    @options = options || {}
  end

  def matches?(proc)
    saved = $stderr
    verbose = $VERBOSE
    stub = $stderr = SpecCapture.new
    $VERBOSE = @options.key?(:verbose) ? @options[:verbose] : false
    begin
      proc.call
    ensure
      $VERBOSE = verbose
      $stderr = saved
    end
    @got = stub.to_s
    return !@got.empty? if @text.nil?

    @text.is_a?(Regexp) ? !!(@got =~ @text) : @got == @text
  end

  def failure_message
    ["expected warning #{Spec.show(@text)}", "got #{Spec.show(@got)}"]
  end
  alias negative_failure_message failure_message
end
