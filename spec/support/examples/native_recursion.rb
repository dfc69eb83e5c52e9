# frozen_string_literal: true

require "support/small_stacks"

# For groups with a method `printed` that gives what a process prints.
RSpec.shared_examples "recursion in native code" do |depth|
  it "a guest that recurses in native code gets an error, too, or flattens to the end, at depth #{depth}" do
    codes = ["a = []; 100_000.times { a = [a] }; a.inspect", "a = []; #{depth}.times { a = [a] }; a.flatten",
             "eval('(' * 100_000 + ')' * 100_000)", "class O; def ==(o) = self == o; end; O.new == 1",
             "o = Object.new; def o.to_s = \"\#{self}\"; o.to_s"]
    ends = printed(<<~RUBY)
      #{codes.inspect}.each do |code|
        $sandbox.eval(code + "; nil")
        puts :value
      rescue Kobako::Error
        puts :error
      end
      puts $sandbox.eval("6 * 7")
    RUBY

    expect(ends).to match(/\Aerror\n(value|error)\nerror\nerror\nerror\n42\n\z/)
  end
end
