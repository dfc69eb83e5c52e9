# frozen_string_literal: true

module ScratchPad
  class << self
    def clear = @record = nil
    def record(object) = @record = object
    def <<(object) = @record << object
    def recorded = @record
  end
end

class Object
  private

  def describe(name = nil, options = nil, &block)
    group = SpecGroup.new(name, options, Spec.current)
    group.fill(block)
    if group.shared
      Spec.shared[name.to_s] = group
    elsif group.parent
      group.parent.children << group
    else
      group.run
    end
  end
  alias context describe
  private :context

  def it(desc, &block)
    Spec.current.examples << [desc, block]
  end
  alias specify it
  private :specify

  def before(at = :each, &block)
    Spec.current.befores[at] << block
  end

  def after(at = :each, &block)
    Spec.current.afters[at].unshift(block)
  end

  def it_should_behave_like(name)
    shared = Spec.shared[name.to_s]
    raise "no shared group #{name}" unless shared

    Spec.current.take(shared)
  end

  def it_behaves_like(name, meth, object = nil)
    before(:all) do
      @method = meth
      @object = object
    end
    it_should_behave_like(name)
  end

  def ruby_version_is(wanted)
    fits = VersionGuard.fits?(VersionGuard::FULL_RUBY_VERSION, wanted)
    return fits unless block_given?

    yield if fits
  end

  def version_is(version, wanted)
    fits = VersionGuard.fits?(version, wanted)
    return fits unless block_given?

    yield if fits
  end

  def kernel_version_is(*)
    false
  end

  def platform_matches(names)
    options = names.last.is_a?(Hash) ? names.pop : {}
    ok = names.empty? || PlatformGuard.os?(*names)
    options.each do |key, value|
      case key
      when :os then ok &&= PlatformGuard.os?(*value)
      else ok &&= value == 64
      end
    end
    ok
  end

  def platform_is(*names)
    ok = platform_matches(names)
    return ok unless block_given?

    yield if ok
  end

  def platform_is_not(*names)
    ok = !platform_matches(names)
    return ok unless block_given?

    yield if ok
  end

  def ruby_bug(_id, versions)
    hit = versions.is_a?(Range) ? VersionGuard.fits?("3.3.8", versions) : !VersionGuard.fits?("3.3.8", versions)
    yield unless hit
  end

  def not_supported_on(*) = yield
  def not_compliant_on(*) = yield
  def compliant_on(*) = yield
  def without_feature(*) = nil
  def deviates_on(*) = nil
  def extended_on(*) = nil
  def quarantine! = nil
  def conflicts_with(*) = yield
  def with_feature(*names) = (names - [:encoding]).empty? ? yield : nil
  def guard(condition) = condition.call ? yield : nil
  def guard_not(condition) = condition.call ? nil : yield
  def little_endian = yield
  def big_endian = nil
  def as_user = yield
  def as_superuser = nil
  def as_real_superuser = nil

  # Helpers.
  def mock(name, options = {}) = MockObject.new(name, options)
  def mock_int(value) = MockIntObject.new(value)
  def mock_numeric(name, options = {}) = NumericMockObject.new(name, options)
  def nan_value = 0.0 / 0.0
  def infinity_value = 1.0 / 0.0
  def bignum_value(plus = 0) = 2**64 + plus
  def max_long = 2**63 - 1
  def min_long = -(2**63)
  def fixnum_max = 2**62 - 1
  def fixnum_min = -(2**62)
  def flunk(text = "flunked") = Spec.fail(text)

  def suppress_warning
    saved = $VERBOSE
    $VERBOSE = nil
    yield
  ensure
    $VERBOSE = saved
  end
  alias silence_warnings suppress_warning
  alias suppress_keyword_warning suppress_warning
  private :silence_warnings, :suppress_keyword_warning

  def needs_files(*) = raise(SpecSkipped, "files or processes")
  alias tmp needs_files
  alias ruby_exe needs_files
  alias ruby_cmd needs_files
  alias new_io needs_files
  alias new_fd needs_files
  alias touch needs_files
  alias mkdir_p needs_files
  alias rm_r needs_files
  alias cp needs_files
  alias argf needs_files
  private :tmp, :ruby_exe, :ruby_cmd, :new_io, :new_fd, :touch, :mkdir_p, :rm_r, :cp, :argf

  # A path that is there in the control only.
  def fixture(file, *names)
    parts = file.split("/")[0..-2]
    parts.pop if parts.last == "shared"
    parts << "fixtures" unless parts.last == "fixtures"
    "#{$spec_root}/#{(parts + names).join("/")}"
  end

  def mock_to_path(path)
    object = MockObject.new("path")
    object.should_receive(:to_path).and_return(path)
    object
  end

  def argv(args)
    saved = ARGV.dup
    ARGV.replace(args)
    yield
  ensure
    ARGV.replace(saved)
  end

  def with_timezone(name, offset = nil, daylight = "")
    zone = offset ? "#{name}#{-offset}:00:00" : name.dup
    saved = ENV["TZ"]
    ENV["TZ"] = zone + daylight
    begin
      yield
    ensure
      ENV["TZ"] = saved
    end
  end

  def new_datetime(opts = {})
    v = { year: -4712, month: 1, day: 1, hour: 0, minute: 0, second: 0, offset: 0, sg: Date::ITALY }.merge(opts)
    DateTime.new(v[:year], v[:month], v[:day], v[:hour], v[:minute], v[:second], v[:offset], v[:sg])
  end

  # `require "x"` lines of a spec file come here, so that one that fails is
  # noted and the examples that do without it still run.
  def spec_require(name)
    require name
  rescue LoadError, NameError => e
    Spec.record("Q", name, Spec.flat(e.message, 200))
  end
end

class SpecEvaluate
  include SpecMatchers

  class << self
    attr_writer :desc

    def desc
      @desc ||= "evaluates "
    end
  end

  def initialize(ruby, desc)
    @ruby = ruby.rstrip
    @desc = desc || SpecEvaluate.desc
  end

  def define(&block)
    ruby = @ruby
    evaluator = self
    specify("#{@desc} #{ruby}") do
      evaluator.instance_eval(ruby)
      evaluator.instance_eval(&block)
    end
  end
end

class Object
  private

  def evaluate(text, desc = nil, &block)
    SpecEvaluate.new(text, desc).define(&block)
  end
end
