# frozen_string_literal: true

# A method that takes any object for a number, or goes on with what its callback took away, would show guest memory.
RSpec.describe "A script that gives methods the wrong things" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 60, memory_limit: 16 << 20) }

  ["3 | Object.new", "3 & nil", "3 ^ 1.5", "3 | :a", "2**70 & [1]", "5.to_s('a')", "[1].last(Object.new)",
   "Array.new(40) { Class.new { def hash = 'a' }.new }.tally"].each do |code|
    it "gets an error, and no address, of #{code}" do
      refusal = /coerce|undefined method|no implicit conversion/
      expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, refusal)
    end
  end

  it "gets the powers of ten that it rounds to, not where they are" do
    expect(sandbox.eval("[5.ceil(-19), 5.floor(-19), -5.truncate(-19), 9_000_000_000_000_000_000.round(-19)]"))
      .to eq([10**19, 0, 0, 10**19])
  end

  it "finds nothing in an array that == emptied under delete" do
    code = <<~RUBY
      list = [1, 1, e = Object.new]
      e.define_singleton_method(:==) { |_| list.clear; true }
      list.delete(1)
      list
    RUBY
    expect(sandbox.eval(code)).to eq([])
  end

  it "compares structs that == replaces as far as they go" do
    code = <<~RUBY
      S = Struct.new(:a, :b, :c, :d, :e)
      e = Object.new
      one = S.new(e, "b" * 50, "c" * 50, "d" * 50, 5)
      e.define_singleton_method(:==) { |_| one.send(:initialize_copy, S.new); true }
      one == S.new(1, "b" * 50, "c" * 50, "d" * 50, 5)
    RUBY
    expect(sandbox.eval(code)).to be(false)
  end

  { "text.byteslice(number)" => nil, "text.byteslice(0, number)" => "", "text[number]" => nil, "text[0, number]" => "",
    "text.getbyte(number)" => nil, "text.slice!(0, number)" => "", "text.index('x', number)" => nil,
    "text.byteindex('x', number)" => nil, "text.rindex('', number)" => 0, "text.bytesplice(0, number, 'y').size" => 1,
    "(text.unpack('C', offset: number) rescue $!.class)" => ArgumentError,
    "(text.setbyte(number, 1) rescue $!.class)" => IndexError,
    "(text.insert(number, 'y') rescue $!.class)" => IndexError }.each do |call, expected|
    it "runs the code of a number of its own before it looks at the string: #{call}" do
      code = <<~RUBY
        text = "x" * 5_000
        number = Class.new(Numeric) { define_method(:to_i) { text.clear; 4_000 } }.new
        result = #{call}
        result.is_a?(Class) ? result.name : result
      RUBY
      expect(sandbox.eval(code)).to eq(expected.is_a?(Class) ? expected.name : expected)
    end
  end

  it "ends a cycle whose block empties the array, and refuses to flatten one that holds itself" do
    expect(sandbox.eval("a = [1, 2]; a.cycle { a.clear }")).to be_nil
    expect { sandbox.eval("a = []; a << [a]; a.flatten") }.to raise_error(Kobako::SandboxError, /recursive array/)
  end
end
