# frozen_string_literal: true

# What the collector keeps and frees where there are far more objects than it has room to note at once.
RSpec.describe "The collector of a guest" do
  let(:sandbox) { Kobako::Sandbox.new(memory_limit: 256 << 20, timeout: 60) }

  {
    "an array of arrays" => ["Array.new(N) { |i| [i] }", "kept.each_with_index.all? { |x, i| x == [i] }"],
    "arrays in arrays" => ["Array.new(300) { |i| Array.new(300) { |j| [i, j.to_s] } }",
                           "kept.each_with_index.all? { |r, i| r.each_with_index.all? { |x, j| x == [i, j.to_s] } }"],
    "a hash" => ["(0...N).to_h { |i| [i.to_s, [i]] }", "kept.all? { |text, list| list == [text.to_i] }"],
    "a list" => ["(0...N).inject(nil) { |list, i| [i, list] }",
                 "at = kept; (N - 1).downto(0) { |i| raise i.to_s unless at[0] == i; at = at[1] }; at.nil?"],
    "a tree" => ["tree = ->(d) { d == 0 ? 'leaf'.dup : [tree[d - 1], tree[d - 1]] }; tree[16]",
                 "kept.flatten.size == 65_536 && kept.flatten.all?('leaf')"],
    "a reversed array" => ["Array.new(N) { |i| [i] }.reverse!", "kept.reverse.each_with_index.all? { |x, i| x == [i] }"]
  }.each do |what, (made, whole)|
    it "keeps all of #{what} beside ten times as much that goes" do
      expect(sandbox.eval(<<~RUBY)).to be(true)
        N = 100_000
        kept = begin; #{made}; end
        1_000_000.times { |i| [i] }
        GC.start
        500_000.times { |i| i.to_s }
        begin; #{whole}; end
      RUBY
    end
  end

  it "frees what is no longer reached, however much that was" do
    sandbox.eval("20.times { kept = Array.new(200_000) { |i| [i, i.to_s] }; kept.size }")

    expect(sandbox.usage.memory_peak).to be < 200 << 20
  end
end
