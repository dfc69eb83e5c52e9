# frozen_string_literal: true

# Modules that nothing includes yet cost no look at all objects.
RSpec.describe "Chains of modules" do
  let(:sandbox) { Kobako::Sandbox.new(memory_limit: 256 << 20, timeout: 60) }

  {
    "prepended to a module" => ["Module.new { prepend m }", "Class.new { prepend n }"],
    "included in a module" => ["Module.new { include m }", "Class.new { include n }"],
    "prepended to a class" => ["m", "Class.new { prepend n }"],
    "of an object" => ["m", "Object.new.singleton_class.prepend(n)"]
  }.each do |what, (between, last)|
    it "are made one after another beside many objects: a module #{what}" do
      expect(sandbox.eval(<<~RUBY)).to eq(%w[10000 true])
        kept = Array.new(1_000_000) { |i| [i] }
        names = []
        10_000.times do |i|
          m = Module.new { define_method(:number) { i } }
          n = #{between}
          last = #{last}
          names << last.instance_method(:number).owner if i % 1_000 == 0
        end
        ["10000", (kept.size == 1_000_000 && names.size == 10).to_s]
      RUBY
    end
  end
end
