# frozen_string_literal: true

# Expectations.
class SpecPositive < BasicObject
  def initialize(actual)
    @actual = actual
  end

  def ==(other)
    (@actual == other) || ::Spec.fail("expected #{::Spec.show(@actual)} == #{::Spec.show(other)}")
  end

  def !=(other)
    (@actual != other) || ::Spec.fail("expected #{::Spec.show(@actual)} != #{::Spec.show(other)}")
  end

  def equal?(other)
    @actual.equal?(other) || ::Spec.fail("expected #{::Spec.show(@actual)} to be the same as #{::Spec.show(other)}")
  end

  def raise(error = ::Exception, message = nil, options = nil, &block)
    matcher = ::SpecRaise.new(error, message, options, &block)
    matcher.matches?(@actual) || ::Spec.fail(*matcher.failure_message)
  end

  def method_missing(name, *args, &block)
    @actual.__send__(name, *args, &block) ||
      ::Spec.fail("expected #{::Spec.show(@actual)}.#{name}(#{args.map { |a| ::Spec.show(a) }.join(", ")})")
  end
end

class SpecNegative < BasicObject
  def initialize(actual)
    @actual = actual
  end

  def ==(other)
    (@actual == other) && ::Spec.fail("expected #{::Spec.show(@actual)} not == #{::Spec.show(other)}")
  end

  def !=(other)
    (@actual != other) && ::Spec.fail("expected #{::Spec.show(@actual)} not != #{::Spec.show(other)}")
  end

  def equal?(other)
    @actual.equal?(other) && ::Spec.fail("expected #{::Spec.show(@actual)} not to be the same as #{::Spec.show(other)}")
  end

  def raise(error = ::Exception, message = nil, options = nil, &block)
    matcher = ::SpecRaise.new(error, message, options, &block)
    matcher.matches?(@actual) && ::Spec.fail(*matcher.negative_failure_message)
  end

  def method_missing(name, *args, &block)
    @actual.__send__(name, *args, &block) &&
      ::Spec.fail("expected not #{::Spec.show(@actual)}.#{name}(#{args.map { |a| ::Spec.show(a) }.join(", ")})")
  end
end

class Object
  NO_SPEC_MATCHER = Object.new

  def should(matcher = NO_SPEC_MATCHER)
    Spec.expectations += 1
    return SpecPositive.new(self) if NO_SPEC_MATCHER.equal?(matcher)

    matcher.matches?(self) || Spec.fail(*matcher.failure_message)
  end

  def should_not(matcher = NO_SPEC_MATCHER)
    Spec.expectations += 1
    return SpecNegative.new(self) if NO_SPEC_MATCHER.equal?(matcher)

    matcher.matches?(self) && Spec.fail(*matcher.negative_failure_message)
  end

  def should_receive(name)
    SpecMock.install(self, name, false)
  end

  def should_not_receive(name)
    SpecMock.install(self, name, false).exactly(0)
  end

  def stub!(name)
    SpecMock.install(self, name, true)
  end
end
