# frozen_string_literal: true

module Test::Unit::Assertions
  def flunk(message = "flunked") = raise(Test::Unit::AssertionFailedError, message.to_s)
  def omit(message = "omitted") = raise(Test::Unit::PendedError, message.to_s)

  def omit_if(condition, *texts) = condition ? omit(*texts) : nil
  def omit_unless(condition, *texts) = condition ? nil : omit(*texts)

  # The method of the block is not fit yet: it must fail.
  def pend(message = "pended")
    return omit(message) unless block_given?

    begin
      yield
    rescue StandardError
      omit(message)
    end
    flunk("pending, and does not fail: #{message}")
  end
  alias skip omit

  # @yieldreturn [String] what is wrong, asked for if it is
  def assert(value, message = nil)
    value || flunk(text(message, block_given? ? yield : "#{Spec.show(value)} is not true"))
    true
  end
  alias assert_true assert

  def refute(value, message = nil) = assert(!value, message) { "#{Spec.show(value)} is not false" }
  alias assert_false refute

  def assert_equal(expected, actual, message = nil)
    expected == actual || flunk(text(message, "expected #{Spec.show(expected)}, got #{Spec.show(actual)}"))
  end

  def assert_not_equal(expected, actual, message = nil)
    assert(expected != actual, message) { "expected other than #{Spec.show(expected)}" }
  end

  def assert_nil(value, message = nil) = assert(value.nil?, message) { "expected nil, got #{Spec.show(value)}" }
  def assert_not_nil(value, message = nil) = assert(!value.nil?, message) { "expected not nil" }
  def assert_same(one, other, message = nil) = assert(one.equal?(other), message) { pair(one, "not the same", other) }
  def assert_not_same(one, other, message = nil) = assert(!one.equal?(other), message) { pair(one, "is", other) }

  def assert_kind_of(types, object, message = nil)
    fits = Array(types).any? { |type| object.is_a?(type) }
    assert(fits, message) { pair(object, "is no", types) }
  end

  def assert_instance_of(types, object, message = nil)
    fits = Array(types).any? { |type| object.instance_of?(type) }
    assert(fits, message) { pair(object, "is no instance of", types) }
  end

  def assert_match(pattern, string, message = nil)
    assert(matching(pattern) =~ string, message) { pair(string, "does not match", pattern) }
  end

  def assert_not_match(pattern, string, message = nil)
    assert(matching(pattern) !~ string, message) { pair(string, "matches", pattern) }
  end
  alias assert_no_match assert_not_match
  alias refute_match assert_not_match

  def assert_operator(one, operator, other = (single = true), message = nil)
    return assert_predicate(one, operator) if single

    assert(one.__send__(operator, other), message) { pair(one, "not #{operator}", other) }
  end

  def assert_not_operator(one, operator, other, message = nil)
    assert(!one.__send__(operator, other), message) { pair(one, operator, other) }
  end

  def assert_predicate(object, predicate, message = nil)
    assert(object.__send__(predicate), message) { "#{Spec.show(object)} is not #{predicate}" }
  end

  def assert_not_predicate(object, predicate, message = nil)
    assert(!object.__send__(predicate), message) { "#{Spec.show(object)} is #{predicate}" }
  end
  alias refute_predicate assert_not_predicate

  def assert_respond_to(object, (name, all), message = nil)
    assert(object.respond_to?(name, !all.nil?), message) { "#{Spec.show(object)} does not respond to #{name}" }
  end

  def assert_not_respond_to(object, (name, all), message = nil)
    assert(!object.respond_to?(name, !all.nil?), message) { "#{Spec.show(object)} responds to #{name}" }
  end

  alias refute_respond_to assert_not_respond_to

  def assert_empty(object, message = nil) = assert_predicate(object, :empty?, message)
  def assert_not_empty(object, message = nil) = assert_not_predicate(object, :empty?, message)

  def assert_include(collection, object, message = nil)
    assert(collection.include?(object), message) { pair(collection, "does not include", object) }
  end
  alias assert_includes assert_include

  def assert_not_include(collection, object, message = nil)
    assert(!collection.include?(object), message) { pair(collection, "includes", object) }
  end
  alias refute_includes assert_not_include

  def assert_send(call, message = nil)
    receiver, name, *arguments = call
    assert(receiver.__send__(name, *arguments), message) { "#{Spec.show(receiver)}.#{name} is not true" }
  end

  def assert_not_send(call, message = nil)
    receiver, name, *arguments = call
    assert(!receiver.__send__(name, *arguments), message) { "#{Spec.show(receiver)}.#{name} is true" }
  end

  def assert_in_delta(expected, actual, delta = 0.001, message = nil)
    assert((expected - actual).abs <= delta, message) { pair(actual, "is not about", expected) }
  end

  def assert_in_epsilon(expected, actual, epsilon = 0.001, message = nil)
    assert_in_delta(expected, actual, [expected.abs, actual.abs].min * epsilon, message)
  end

  def assert_all?(collection, message = nil, &)
    wrong = collection.reject(&)
    assert(wrong.empty?, message) { "not of #{Spec.show(wrong)}" }
  end
  alias assert_all assert_all?

  def assert_block(message = nil) = assert(yield, message)

  # The first that fails is told, and none after it.
  def all_assertions(_message = nil) = yield(EachAssertion)
  alias assert_all_assertions all_assertions

  def all_assertions_foreach(_message = nil, *keys, &) = keys.each(&)
  alias assert_all_assertions_foreach all_assertions_foreach

  # Stands for the collector of what fails for each key.
  module EachAssertion
    class << self
      def for(key) = yield(key)
      def foreach(*keys, &) = keys.each(&)
    end
  end

  def build_message(head, template = nil, *values)
    filled = template.to_s.gsub("?") { Spec.show(values.shift) }
    [head, filled].compact.join("\n")
  end

  private

  def matching(pattern) = pattern.is_a?(String) ? Regexp.new(Regexp.escape(pattern)) : pattern
  def pair(one, words, other) = "#{Spec.show(one)} #{words} #{Spec.show(other)}"

  def text(message, words)
    message = message.call if message.is_a?(Proc)
    message ? "#{message}: #{words}" : words
  end

  def message(text = nil, &words) = -> { [text, words&.call].compact.join(": ") }
end
