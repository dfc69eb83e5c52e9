# What a program is told of where it runs. ARGV and ENV are empty when it begins: what it sets is seen by no other.
RUBY_PLATFORM = "wasm32-wasi".freeze
RUBY_RELEASE_DATE = "2025-12-25".freeze
RUBY_PATCHLEVEL = 0
RUBY_COPYRIGHT = "ruby - Copyright (C) 1993-2025 Yukihiro Matsumoto".freeze
RUBY_REVISION = "553f1675f3a9cece340b90f374a4245dccac2272".freeze
RUBY_DESCRIPTION = "ruby #{RUBY_VERSION} (#{RUBY_RELEASE_DATE}) [#{RUBY_PLATFORM}]".freeze

# No line was read.
$. = 0

ENV = Object.new

class << ENV
  include Enumerable

  def [](name) = @variables[__name(name)]
  def key?(name) = @variables.key?(__name(name))
  alias has_key? key?
  alias include? key?
  alias member? key?

  def fetch(name, *default, &block)
    @variables.fetch(__name(name), *default, &block)
  rescue KeyError => e
    raise e.receiver.equal?(@variables) ? KeyError.new(e.message, receiver: self, key: e.key) : e
  end

  def []=(name, value)
    value.nil? ? delete(name) : __set(__name(name), __text(value, "value"))
  end
  alias store []=

  def delete(name, &block) = @variables.delete(__name(name), &block)

  def each(&block)
    return to_enum(:each) { size } unless block

    to_h.each(&block)
    self
  end
  alias each_pair each

  # The rest is a Hash's: what asks is asked of a copy, what changes changes the copy, which is set then.
  %i[assoc empty? except invert keys length rassoc reject select size slice values values_at].each do |method|
    define_method(method) { |*arguments, &block| to_h.__send__(method, *arguments, &block) }
  end
  alias filter select

  def key(value) = @variables.key(__text(value, "value"))
  def value?(value) = (text = __try_string(value)) && @variables.value?(text)
  alias has_value? value?

  %i[delete_if each_key each_value keep_if reject! select! shift].each do |method|
    define_method(method) do |*arguments, &block|
      next to_enum(method) { size } unless block || method == :shift

      copy = to_h
      result = copy.__send__(method, *arguments, &block)
      replace(copy)
      result.equal?(copy) ? self : result
    end
  end
  alias filter! select!

  def clear = replace({})
  def rehash = nil

  def replace(other)
    other = __hash_of(other).to_h { |name, value| [__name(name), __text(value, "value")] }
    @variables.select! { |name, _| other.key?(name) }
    update(other)
  end

  def update(*others)
    others.each do |other|
      __hash_of(other).each do |name, value|
        self[name] = block_given? && key?(name) ? yield(name, self[name], value) : value
      end
    end
    self
  end
  alias merge! update

  def to_h(&block) = block ? @variables.to_h(&block) : @variables.dup
  def to_hash = to_h
  def to_s = "ENV"
  def inspect = to_h.inspect
  def freeze = raise(TypeError, "cannot freeze ENV")
  def dup = raise(TypeError, "Cannot dup ENV, use ENV.to_h to get a copy of ENV as a hash")
  def clone(freeze: nil) = raise(TypeError, "Cannot clone ENV, use ENV.to_h to get a copy of ENV as a hash")

  private

  def __name(name) = __text(name, "name")

  def __set(name, value)
    raise Errno::EINVAL, "setenv(#{name})" if name.empty? || name.include?("=")

    @variables[name] = value
  end

  def __text(text, kind)
    text = __string_of(text)
    raise ArgumentError, "bad environment variable #{kind}: contains null byte" if text.include?("\0")

    text.frozen? ? text : text.dup.freeze
  end
end

ENV.instance_variable_set(:@variables, {})
