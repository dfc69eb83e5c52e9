# frozen_string_literal: true

require "bigdecimal"
require "date"
require "delegate"
require "ostruct"
require "stringio"
require "tempfile"
require "time"
require "weakref"

# One host object of each kind that a careless application could hand to a guest.
module HostObjects
  class Plain
    attr_accessor :note

    def find(id, limit: 1) = [id, limit]
    def self.make = new

    protected

    def half = 1

    private

    def secret = 1
  end

  class Child < Plain
    def more = 1
  end

  module Mixin
    def mixed = 1
  end

  class Mixed
    include Mixin
    public :instance_variable_get
    alias shell instance_eval
    define_method(:defined) { 1 }
    define_method(:by_symbol, &:instance_eval)
  end

  class Ghost
    def method_missing(name, *) = name # rubocop:disable Style/MissingRespondToMissing
    def real = 1
  end

  class Bare < BasicObject
    def hello = 1
  end

  # Each question about it is answered with a lie or an exception.
  class Liar
    def honest = 1
    def method(_name) = ::Kernel.instance_method(:system)
    def public_method(_name) = raise("no")
    def respond_to?(*) = true
    def class = ::Proc
    def singleton_class = raise("no")
    def is_a?(_mod) = true
    alias kind_of? is_a?
    alias instance_of? is_a?
    def ==(_other) = true
    def hash = raise("no")
  end

  class Asked
    def one = 1
    def two = 2
    def respond_to_guest?(name) = %i[one inspect system instance_eval send dup].include?(name)
  end

  Point = Struct.new(:x, :y) do
    def sum = x + y
  end

  class Named < Struct.new(:given, :last) # rubocop:disable Style/StructInheritance
    def full = "#{given} #{last}"
  end

  class Log < StringIO
    def tail = 1
  end

  READS = %w[each_line eof? getc gets pos read readline readlines rewind size].freeze
  TIMES = %w[day dst? friday? gmt? gmt_offset gmtoff hour isdst iso8601 mday min mon monday? month nsec saturday? sec
             strftime subsec sunday? thursday? to_f to_i to_s tuesday? tv_nsec tv_sec tv_usec usec utc? utc_offset wday
             wednesday? yday year zone].freeze
  DATES = %w[ajd amjd cwday cweek cwyear day day_fraction friday? gregorian? iso8601 jd julian? ld leap? mday mjd mon
             monday? month saturday? start strftime sunday? thursday? to_s tuesday? wday wednesday? yday year].freeze
  DATE_TIMES = (DATES + %w[hour min minute offset sec sec_fraction second second_fraction zone]).sort.freeze
  RANGES = %w[begin cover? end exclude_end? first include? last max member? min size to_a].freeze
  NUMBERS = %w[to_f to_i to_s].freeze

  # By kind: how to make one, and what a guest reaches of it.
  REACHED = {
    "a lambda" => [-> { ->(key) { key } }, %w[[] call yield]],
    "a proc" => [-> { proc { 1 } }, %w[[] call yield]],
    "a plain object" => [-> { Plain.new }, %w[find note]],
    "an object of a subclass" => [-> { Child.new }, %w[find more note]],
    "an object with methods of a module, of Ruby's and of blocks" => [-> { Mixed.new }, %w[defined mixed]],
    "an object with a method of its own" => [-> { Object.new.tap { |object| def object.own = 1 } }, %w[own]],
    "an extended object" => [-> { Object.new.extend(Mixin) }, %w[mixed]],
    "an object that made a method private" => [
      -> { Plain.new.tap { |object| object.singleton_class.send(:private, :find) } }, %w[note]
    ],
    "an object without anything of its own" => [-> { Object.new }, []],
    "an object with method_missing" => [-> { Ghost.new }, []],
    "a BasicObject" => [-> { Bare.new }, %w[hello]],
    "an object that lies" => [-> { Liar.new }, %w[== class hash honest instance_of? is_a? kind_of? respond_to?]],
    "an object that answers respond_to_guest?" => [-> { Asked.new }, %w[inspect one]],
    "a Struct" => [-> { Point.new(1, 2) }, %w[sum x y]],
    "a Struct of a named subclass" => [-> { Named.new("a", "b") }, %w[full given last]],
    "a Struct without a name" => [-> { Struct.new(:x).new(1) }, %w[x]],
    "a Struct of Ruby's own" => [-> { Process.clock_gettime(0) && Process.times }, []],
    "a Set" => [-> { Set[1] }, %w[empty? include? member? size to_a]],
    "a Range" => [-> { 1..3 }, RANGES],
    "a StringIO" => [-> { StringIO.new("a\nb") }, READS],
    "a StringIO of a subclass" => [-> { Log.new("a") }, (READS + %w[tail]).sort],
    "a File" => [-> { File.open(__FILE__) }, READS],
    "a Tempfile" => [-> { Tempfile.new }, []],
    "a SimpleDelegator" => [-> { SimpleDelegator.new(Plain.new) }, []],
    "a WeakRef" => [-> { WeakRef.new(HostObjects) }, []],
    "an OpenStruct" => [-> { OpenStruct.new(a: 1) }, []], # rubocop:disable Style/OpenStructUse
    "a Time" => [-> { Time.at(0) }, TIMES],
    "a Date" => [-> { Date.new(2026, 1, 2) }, DATES],
    "a DateTime" => [-> { DateTime.new(2026, 1, 2) }, DATE_TIMES],
    "an Exception" => [-> { ArgumentError.new("wrong") }, %w[message]],
    "a NameError" => [-> { NameError.new("wrong") }, %w[message]],
    "a BigDecimal" => [-> { BigDecimal("1.5") }, NUMBERS],
    "ENV" => [-> { ENV }, []],
    "main" => [-> { TOPLEVEL_BINDING.receiver }, []],
    "a Random" => [-> { Random.new(1) }, []],
    "a Mutex" => [-> { Mutex.new }, []],
    "a Sandbox" => [-> { Kobako::Sandbox.new }, []]
  }.freeze

  # Those that a guest may only hold as services.
  SERVICES = {
    "a Method" => [-> { Plain.new.method(:find) }, %w[[] call]],
    "an UnboundMethod" => [-> { Plain.instance_method(:find) }, []],
    "a class of the application" => [-> { Plain }, %w[make]],
    "a class of Ruby's own" => [-> { File }, []],
    "a module" => [-> { Kernel }, []],
    "a Binding" => [-> { binding }, []],
    "a Thread" => [-> { Thread.current }, []],
    "a Fiber" => [-> { Fiber.new { 1 } }, []],
    "an Enumerator" => [-> { [1].each }, []],
    "a lazy Enumerator" => [-> { [1].lazy }, []],
    "ObjectSpace" => [-> { ObjectSpace }, []]
  }.freeze

  PUBLIC_METHODS = Kernel.instance_method(:public_methods)
  ALL_METHODS = Kernel.instance_method(:methods)

  # @return [Array<String>] every name that could be tried on the object
  def self.names(object)
    own = PUBLIC_METHODS.bind_call(object, true) + ALL_METHODS.bind_call(object)
    (own.map(&:name) + Kobako::Exposure::NEVER.to_a + %w[system exec ` no_such_method secret half]).uniq
  end
end
