# frozen_string_literal: true

# Mocks and stubs.
class SpecProxy
  attr_reader :calls, :limit, :arguments, :yielding, :error
  attr_accessor :stub

  def initialize(stub)
    @stub = stub
    @calls = 0
    @limit = stub ? [:any, 0] : [:exactly, 1]
    @arguments = :any_args
    @values = [nil]
    @yielding = []
    @error = nil
  end

  def exactly(n) = limited(:exactly, n)
  def at_least(n) = limited(:at_least, n)
  def at_most(n) = limited(:at_most, n)
  def once = exactly(1)
  def twice = exactly(2)
  def times = self
  def any_number_of_times = limited(:any, 0)

  def limited(kind, n)
    n = { once: 1, twice: 2 }[n] if n.is_a?(Symbol)
    @limit = [kind, n]
    self
  end

  def with(*args)
    @arguments = args.size == 1 ? args[0] : args
    self
  end

  def and_return(*values)
    @values = values.empty? ? [nil] : values
    @limit = [@limit[0], values.size] if values.size > 1 && @limit[1] < values.size
    self
  end

  def and_raise(error)
    @error = error.is_a?(String) ? RuntimeError.new(error) : error
    self
  end

  def and_yield(*args)
    @yielding << args
    self
  end

  def answer
    @calls += 1
    raise @error if @error

    @values.size > 1 ? @values.shift : @values[0]
  end

  def takes?(args)
    return true if :any_args == @arguments
    return args.empty? || args == [nil] if :no_args == @arguments

    @arguments == (args.size <= 1 ? args[0] : args)
  end

  def met?
    case @limit[0]
    when :exactly then @calls == @limit[1]
    when :at_least then @calls >= @limit[1]
    when :at_most then @calls <= @limit[1]
    else true
    end
  end
end

module SpecMock
  @installed = []

  class << self
    # One entry: [object, name, proxies, name of the method that it hides or nil]
    def entry(object, name)
      @installed.find { |e| e[0].equal?(object) && e[1] == name }
    end

    def install(object, name, stub)
      name = name.to_sym
      Spec.expectations += 1 unless stub
      found = entry(object, name)
      unless found
        single = object.singleton_class
        hidden = nil
        if single.method_defined?(name) || single.private_method_defined?(name)
          hidden = :"__spec_#{name}__"
          single.__send__(:alias_method, hidden, name)
        end
        found = [object, name, [], hidden]
        @installed << found
        single.__send__(:define_method, name) { |*args, &block| SpecMock.called(found, args, block) }
      end
      proxy = SpecProxy.new(stub)
      if stub
        found[2].any? { |p| !p.stub } || found[2].unshift(proxy)
      else
        found[2].delete_if { |p| p.stub }
        found[2] << proxy
      end
      proxy
    end

    def called(entry, args, block)
      object, name, proxies, hidden = entry
      proxy = proxies.find { |p| p.takes?(args) }
      unless proxy
        return object.__send__(hidden, *args) if name == :respond_to? && hidden

        Spec.fail("mock received #{name} with unexpected arguments #{Spec.show(args)}")
      end
      proxy.yielding.each { |values| block.call(*values) }
      proxy.answer
    end

    def verify
      @installed.each do |object, name, proxies, _hidden|
        proxies.each do |p|
          p.met? || Spec.fail("mock #{name} wanted #{p.limit.join(" ")} calls", "got #{p.calls}")
        end
      end
      MockIntObject.made.each { |m| m.calls > 0 || Spec.fail("to_int of mock_int not called") }
    end

    def reset
      list = @installed
      @installed = []
      MockIntObject.made.clear
      list.each do |object, name, _proxies, hidden|
        single = object.singleton_class
        begin
          if hidden
            single.__send__(:alias_method, name, hidden)
            single.__send__(:remove_method, hidden)
          else
            single.__send__(:remove_method, name)
          end
        rescue Exception
          nil
        end
      end
    end
  end
end

class MockObject
  def initialize(name, options = {})
    @name = name
    @null = options[:null_object]
  end

  def method_missing(name, *args, &block)
    @null ? self : super
  end
end

class NumericMockObject < Numeric
  def initialize(name, options = {})
    @name = name
    @null = options[:null_object]
  end

  def method_missing(name, *args, &block)
    @null ? self : super
  end

  def singleton_method_added(_name)
  end
end

class MockIntObject
  @made = []
  class << self
    attr_reader :made
  end
  attr_reader :calls

  def initialize(value)
    @value = value
    @calls = 0
    MockIntObject.made << self
  end

  def to_int
    @calls += 1
    @value.to_int
  end
end
