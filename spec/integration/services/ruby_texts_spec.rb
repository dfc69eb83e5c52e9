# frozen_string_literal: true

require "bigdecimal"
require "date"
require "delegate"
require "json"
require "ostruct"
require "set"
require "stringio"
require "uri"

# rubocop:disable Lint/EmptyBlock, Lint/LiteralAsCondition, Lint/UnreachableLoop, Style/OpenStructUse, Style/RescueModifier
RSpec.describe "A message that Ruby words about objects of the host" do
  # Its texts must not reach a guest, and are not asked for.
  order = Class.new do
    attr_reader :asked

    def initialize
      @db = "postgres://app:hunter2@db"
      @asked = 0
    end

    def inspect = (@asked += 1) && "#<Order hunter2 0x00ff>"
    def to_s = (@asked += 1) && "Order hunter2 0x00ff"

    private

    def hidden = 1

    protected

    def guarded = 1
  end
  stub_const = ->(name, value) { Object.const_set(name, value) unless Object.const_defined?(name) }
  stub_const.call(:OrderOfTexts, order)

  no_number = /\AArgumentError: (invalid value for \w+\(\)|an invalid argument)\z/

  # How Ruby 3.1 and newer word it; what stands for an object, and whether Ruby runs its `inspect` as it raises,
  # before anybody could prevent it.
  plain = {
    "a missing method" => [lambda { |o|
                             o.upcase
                           }, "NoMethodError: undefined method 'upcase' for an instance of OrderOfTexts"],
    "a missing method by public_send" =>
      [->(o) { o.public_send("x y") }, "NoMethodError: undefined method 'x y' for an instance of OrderOfTexts"],
    "a private method" => [lambda { |o|
                             o.hidden
                           }, "NoMethodError: private method 'hidden' called for an instance of OrderOfTexts"],
    "a protected method" =>
      [->(o) { o.guarded }, "NoMethodError: protected method 'guarded' called for an instance of OrderOfTexts"],
    "a missing operator" => [->(o) { o + 1 }, "NoMethodError: undefined method '+' for an instance of OrderOfTexts"],
    "a missing setter" => [lambda { |o|
                             o.total = 1
                           }, "NoMethodError: undefined method 'total=' for an instance of OrderOfTexts"],
    "a missing method of nil" => [->(_) { nil.upcase }, "NoMethodError: undefined method 'upcase' for nil"],
    "a missing method of true" => [->(_) { true.upcase }, "NoMethodError: undefined method 'upcase' for true"],
    "a missing method of a class" =>
      [->(o) { o.class.find(1) }, "NoMethodError: undefined method 'find' for class OrderOfTexts"],
    "a missing method of a module" => [->(_) { Math.hunt }, "NoMethodError: undefined method 'hunt' for module Math"],
    "a missing method of a text" =>
      [->(_) { "hunter2".fetch }, "NoMethodError: undefined method 'fetch' for an instance of String"],
    "an undefined name" =>
      [lambda { |o|
         o.instance_eval do
           missing
         end
       }, "NameError: undefined local variable or method 'missing' for an instance of OrderOfTexts"],
    "an undefined constant" => [->(o) { o.class.const_get(:Missing) }, "NameError: uninitialized constant Missing"],
    "a method object that is not there" => [->(o) { o.method(:missing) }, /\ANameError: undefined .*'missing'/],
    "an instance method that is not there" => [lambda { |o|
                                                 o.class.instance_method(:missing)
                                               }, /\ANameError: undefined .*'missing'/],
    "a wrong name of an instance variable" => [lambda { |o|
                                                 o.instance_variable_get("hunter")
                                               }, /\ANameError: undefined .*'hunter'/],
    "a key of a Hash that is not there" => [->(o) { {}.fetch(o) }, "KeyError: key not found", :eager],
    "keys of a Hash that are not there" => [->(o) { {}.fetch_values(o) }, "KeyError: key not found", :eager],
    "a name of a format that is not there" => [->(_) { format("%<hunter2>d", {}) }, "KeyError: key not found"],
    "a key of the environment" => [->(_) { ENV.fetch("HUNTER2 hunter2") }, "KeyError: key not found"],
    "a frozen object" => [lambda { |o|
                            o.freeze.instance_variable_set(:@a, 1)
                          }, "FrozenError: can't modify frozen OrderOfTexts", :eager],
    "a frozen text" => [->(_) { (+"hunter2").freeze << "x" }, "FrozenError: can't modify frozen String"],
    "a frozen Array" => [->(o) { [o].freeze << 1 }, "FrozenError: can't modify frozen Array", :eager],
    "a frozen Hash" => [->(o) { { o => 1 }.freeze[1] = 2 }, "FrozenError: can't modify frozen Hash", :eager],
    "a pattern that does not match" =>
      [->(o) { case o; in Integer then 1; end }, /\ANoMatchingPatternError: no pattern matches/, :eager],
    "a key of a pattern" => [lambda { |o|
                               case { b: o }; in { a: 1 } then 1; end
                             }, /\ANoMatchingPattern(Key)?Error: no pattern/, :eager],
    "a value that nobody catches" => [->(o) { throw o }, "UncaughtThrowError: uncaught throw"],
    "an index out of an Array" => [->(_) { [].fetch(7) }, /\AIndexError: index 7 outside of array bounds: -?0...0\z/],
    "an index out of a text" => [->(_) { (+"a").insert(9, "b") }, "IndexError: index 9 out of string"],
    "an Enumerator at its end" => [->(_) { [].each.next }, "StopIteration: iteration reached an end"],
    "a conversion to a text" =>
      [->(o) { "a".include?(o) }, "TypeError: no implicit conversion of OrderOfTexts into String"],
    "a conversion to an Integer" => [->(o) { Integer(o) }, "TypeError: can't convert OrderOfTexts into Integer"],
    "a conversion to an Array" => [->(o) { [1] + o }, "TypeError: no implicit conversion of OrderOfTexts into Array"],
    "a sum" => [->(o) { 1 + o }, "TypeError: OrderOfTexts can't be coerced into Integer"],
    "a name that is none" => [->(o) { o.public_send(o) }, "TypeError: a value of the wrong class", :eager],
    "an instance variable named by an object" => [lambda { |o|
                                                    o.instance_variable_get(o)
                                                  }, "TypeError: a value of the wrong class", :eager],
    "a namespace that is none" => [->(o) { o::Missing }, "TypeError: a value of the wrong class", :eager],
    "a comparison" => [->(o) { [o, 1].sort }, /\AArgumentError: comparison of \w+ with \w+ failed\z/],
    "a limit of a comparison" => [->(o) { 1.clamp(o, o) }, /\A(ArgumentError|NoMethodError): /],
    "a text that is no Integer" => [->(_) { Integer("hunter2") }, no_number],
    "a text that is no Float" => [->(_) { Float("hunter2") }, no_number],
    "a text that is no Rational" => [->(_) { Rational("hunter2") }, no_number],
    "a text that is no decimal" => [->(_) { BigDecimal("hunter2") }, no_number],
    "an encoding that is none" => [->(_) { Encoding.find("hunter2") }, "ArgumentError: an invalid argument"],
    "a text that cannot be converted" => [lambda { |_|
                                            "hunter2 é".encode("US-ASCII")
                                          }, /\AEncoding::UndefinedConversionError: a text cannot/],
    "bytes that are no text" => [->(_) { "hunter2 \xff" =~ /é/ }, /\A(ArgumentError|Regexp\w+|Encoding::\w+): /],
    "a keyword by an object" => [->(o) { ->(**nil) {}.call(**{ o => 1 }) }, "ArgumentError: no keywords accepted"],
    "keywords that nobody knows" => [->(o) { ->(a: 1) { a }.call(**{ o => 1 }) }, /\AArgumentError: /, :eager],
    "a random number below an object" => [->(o) { Random.rand(o) }, /\A(ArgumentError|TypeError): /, :eager],
    "a Float that is no Integer" => [->(_) { Float::NAN.to_i }, "FloatDomainError: NaN"],
    "a number out of range" => [->(_) { [1].first(2**70) }, /\ARangeError: bignum too big/],
    "a Range of such objects" => [->(o) { Range.new(o, 1) }, "ArgumentError: bad value for range"],
    "a pattern of Regexp" => [->(_) { Regexp.new("hunter2(") }, "RegexpError: invalid pattern"],
    "a file" => [->(_) { File.read("/nonexistent/hunter2") }, "Errno::ENOENT: No such file or directory"],
    "a folder" => [->(_) { Dir.children("/nonexistent/hunter2") }, "Errno::ENOENT: No such file or directory"],
    "a stream that is closed" => [->(_) { StringIO.new("hunter2").tap(&:close).read }, /\AIOError: /],
    "a document that is no JSON" => [->(_) { JSON.parse("{hunter2") }, /\AJSON::ParserError: /],
    "a date that is none" => [->(_) { Date.parse("hunter2") }, "Date::Error: invalid date"],
    "an address that is none" => [->(_) { URI.parse("http://hunter2 x") }, /\AURI::InvalidURIError: /],
    "a delegate" => [->(o) { SimpleDelegator.new(o).missing }, /\ANoMethodError: /],
    "an OpenStruct" => [->(o) { OpenStruct.new(a: o).freeze.b = 1 }, /\AFrozenError: can't modify frozen/, :eager],
    "a member of a Struct" => [->(o) { Struct.new(:a).new(o)[:hunter2] }, /\ANameError: undefined/],
    "an index of a Struct" => [->(o) { Struct.new(:a).new(o)[9] }, /\AIndexError: index out of range/],
    "a fiber that ended" => [->(_) { Fiber.new {}.tap(&:resume).resume }, /\AFiberError: /],
    "a block that was not given" => [lambda { |_|
                                       Class.new do
                                         def go = yield
                                       end.new.go
                                     }, "LocalJumpError: no block given (yield)"]
  }

  def fault_of(service, object)
    sandbox = Kobako::Sandbox.new(timeout: 600)
    sandbox.define(:Host).bind(:Order, -> { object }).bind(:It, service)
    sandbox.eval("order = Host::Order.call\nbegin; Host::It.call(order); rescue => e; e.message; end")
  end

  plain.each do |kind, (service, text, inspected)|
    it "tells of #{kind} by classes and names alone" do
      object = order.new
      message = fault_of(service, object)

      expect(message).to match(text.is_a?(String) ? /\A#{Regexp.escape(text)}\z/ : text)
      expect(message).not_to match(/hunter2(?!')|0x|postgres|#</)
      expect(object.asked).to eq(0) unless inspected
    end
  end

  describe "is no message of the application's, which arrives as it is" do
    said = Class.new(KeyError) { def initialize(name) = super("no order #{name.inspect}, see #<help>") }
    worded = Class.new(StandardError) { def message = "worded by #<the application>" }
    shown = Class.new(ArgumentError) { def to_s = "shown by #<the application>" }
    stub_const.call(:SaidError, said)

    {
      "a KeyError" => [-> { raise KeyError, "no such #<order>" }, "KeyError: no such #<order>"],
      "a NoMethodError" => [-> { raise NoMethodError, "not for #<you>" }, "NoMethodError: not for #<you>"],
      "a NameError" => [-> { raise NameError, "not for #<you>" }, "NameError: not for #<you>"],
      "a FrozenError" => [-> { raise FrozenError, "the month is #<closed>" }, "FrozenError: the month is #<closed>"],
      "a TypeError" => [-> { raise TypeError, "a #<price> is no number" }, "TypeError: a #<price> is no number"],
      "an ArgumentError" => [-> { raise ArgumentError, "7 is too #<many>" }, "ArgumentError: 7 is too #<many>"],
      "an ArgumentError in a block" => [-> { [1].each { raise ArgumentError, "#<many>" } }, "ArgumentError: #<many>"],
      "an IndexError" => [-> { raise IndexError, "page #<9>" }, "IndexError: page #<9>"],
      "a RuntimeError" => [-> { raise "out of #<stock>" }, "RuntimeError: out of #<stock>"],
      "an exception raised again" =>
        [lambda {
          begin
            raise KeyError, "first #<said>"
          rescue KeyError => e
            raise e
          end
        }, "KeyError: first #<said>"],
      "an exception with a backtrace of its own" => [-> { raise KeyError, "#<said>", ["a:1"] }, "KeyError: #<said>"],
      "an exception in one line with what led to it" =>
        [lambda {
          Integer("zz") rescue raise ArgumentError, "#<said> in one line"
        }, "ArgumentError: #<said> in one line"],
      "an exception in a method of one line" =>
        [-> { Class.new { def go = nil.up rescue raise(KeyError, "#<wrapped>") }.new.go }, "KeyError: #<wrapped>"],
      "an exception without a text" => [-> { raise KeyError }, "KeyError: KeyError"],
      "a subclass of a class of Ruby" => [-> { raise SaidError, :x }, "SaidError: no order :x, see #<help>"],
      "a class that words its message" => [-> { raise worded }, "StandardError: worded by #<the application>"],
      "a class that words its text" => [-> { raise shown }, "ArgumentError: shown by #<the application>"]
    }.each do |kind, (service, text)|
      it "of #{kind}" do
        expect(fault_of(->(_) { service.call }, order.new)).to eq(text)
      end
    end
  end

  it "stays whole on the host, as the cause" do
    object = order.new
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:Order, -> { object }).bind(:It, ->(given) { given.upcase })

    expect { sandbox.eval("Host::It.call(Host::Order.call)") }.to raise_error(Kobako::ServiceError) { |error|
      expect(error.cause).to be_a(NoMethodError).and have_attributes(receiver: equal(object))
    }
  end
end
# rubocop:enable Lint/EmptyBlock, Lint/LiteralAsCondition, Lint/UnreachableLoop, Style/OpenStructUse, Style/RescueModifier
