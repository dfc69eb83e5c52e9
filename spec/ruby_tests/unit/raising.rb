# frozen_string_literal: true

# Assertions on what a block raises, throws or writes.
module Test::Unit::Assertions
  def assert_raise(*expected)
    message = expected.pop if expected.last.is_a?(String) || expected.last.is_a?(Proc)
    expected = [StandardError] if expected.empty?
    begin
      yield
    rescue Test::Unit::AssertionFailedError, Test::Unit::PendedError
      raise
    rescue Exception => e
      return e if expected.any? { |wanted| raised?(e, wanted) }

      flunk(text(message, "expected #{Spec.show(expected)}, raised #{e.class}: #{e.message}"))
    end
    flunk(text(message, "expected #{Spec.show(expected)}, raised nothing"))
  end
  alias assert_raises assert_raise

  def assert_raise_with_message(type, expected, message = nil, &)
    error = assert_raise(*type, *message, &)
    case expected
    when String then assert_equal(expected, error.message, message)
    when Regexp then assert_match(expected, error.message, message)
    end
    error
  end

  def assert_raise_kind_of(*types)
    yield
  rescue *types => e
    e
  else
    flunk("expected #{Spec.show(types)}, raised nothing")
  end

  def assert_nothing_raised(*, &) = yield

  def assert_throw(tag, message = nil)
    reached = true
    value = catch(tag) do
      yield(tag)
      reached = false
    end
    assert(reached, message) { "#{Spec.show(tag)} was not thrown" }
    value
  end

  def assert_nothing_thrown(*) = yield

  # Both give what the block gives.
  def assert_warning(pattern, message = nil)
    value = nil
    written = EnvUtil.verbose_warning { |errors| value = yield(errors) }
    pattern = [pattern] unless pattern.is_a?(Array)
    pattern.each { |each| assert(each === written, message) { pair(written, "does not match", each) } }
    value
  end

  def assert_warn(pattern, message = nil)
    value = nil
    written = EnvUtil.captured_errors(false) { |errors| value = yield(errors) }
    assert(pattern === written, message) { pair(written, "does not match", pattern) }
    value
  end

  %w[warning warn].each do |name|
    define_method("assert_deprecated_#{name}") do |pattern = /deprecated/, &block|
      before = Warning[:deprecated]
      Warning[:deprecated] = true
      value = nil
      __send__("assert_#{name}", pattern) { value = block.call }
      value
    ensure
      Warning[:deprecated] = before
    end
  end

  def capture_output
    kept = [$stdout, $stderr]
    $stdout = StringIO.new
    $stderr = StringIO.new
    yield
    [$stdout.string, $stderr.string]
  ensure
    $stdout, $stderr = kept
  end

  # What starts another Ruby.
  %w[ractor no_memory_leak ruby_status linear_performance].each do |name|
    define_method("assert_#{name}") { |*, **| omit("needs a process: assert_#{name}") }
  end

  private

  def raised?(error, wanted)
    return error.is_a?(wanted) if wanted.instance_of?(Module)

    wanted.is_a?(Class) ? error.instance_of?(wanted) : wanted == error
  end
end

module EnvUtil
  class << self
    def captured_errors(verbose)
      kept = [$stderr, $VERBOSE]
      $stderr = StringIO.new
      $VERBOSE = verbose
      yield $stderr
      $stderr.string
    ensure
      $stderr, $VERBOSE = kept
    end

    def verbose_warning(&) = captured_errors(true, &)

    def suppress_warning
      verbose = $VERBOSE
      $VERBOSE = nil
      yield
    ensure
      $VERBOSE = verbose
    end

    %w[internal external].each do |kind|
      define_method("with_default_#{kind}") do |encoding, &block|
        before = Encoding.__send__("default_#{kind}")
        suppress_warning { Encoding.__send__("default_#{kind}=", encoding) }
        begin
          block.call
        ensure
          suppress_warning { Encoding.__send__("default_#{kind}=", before) }
        end
      end
    end

    def timeout(*) = yield
    def apply_timeout_scale(seconds) = seconds
    def under_gc_stress = yield
    def under_gc_compact_stress = yield
    def invoke_ruby(*, **) = raise(Test::Unit::PendedError, "needs a process: invoke_ruby")
    def gc_stress_to_class? = false
    def without_gc = yield
    def labeled_module(_name, &) = Module.new(&)
    def labeled_class(_name, superclass = Object, &) = Class.new(superclass, &)
  end
end

# Those of test-unit and of the tests' own support are here; what else there is not is told.
def spec_require(name)
  return false if %w[test/unit envutil core_assertions byebug tempfile tmpdir zlib ruby2_keywords continuation etc -test-/integer
               rbconfig/sizeof].include?(name)

  require name
rescue LoadError => e
  Spec.record("Q", "require #{name}", Spec.flat(e.message, 200))
  raise
end

# Asked for the compilers that CRuby has besides.
RubyVM = Module.new

# Stands for a file in what is set up for a test that may do without: to ask for what is in it needs files.
class Tempfile
  class << self
    def open(*, **)
      file = new
      block_given? ? yield(file) : file
    end
    alias create open
  end

  def initialize(*, **) = nil
  def close(*) = nil
  def close! = nil
  def unlink = nil

  def method_missing(name, *, **) = raise(Test::Unit::PendedError, "needs files: Tempfile##{name}")
  def respond_to_missing?(*) = true
end
