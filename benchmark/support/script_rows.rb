# frozen_string_literal: true

require_relative "clock"

# Scripts in a sandbox, in native mruby and in CRuby.
class ScriptRows
  SCRIPTS = {
    "100,000 times { acc ^= i }" => ["acc = 0; 100_000.times { |i| acc ^= i }; acc", 0.011],
    "1,000 string appends" => ["s = +''; 1_000.times { |i| s << 'item ' << i.to_s }; s.size", 2.5e-4],
    "100 raise and rescue" => ["n = 0; 100.times { begin; raise 'x'; rescue => e; n += e.message.size; end }; n",
                               2e-4],
    "1,000 puts of 64 bytes" => ["line = 'x' * 64; 1_000.times { puts line }", 6e-4],
    "512 KiB string as result" => ["'x' * (512 << 10)", 2.5e-4],
    "1,000 small hashes as result" => ["Array.new(1_000) { |i| { 'id' => i, name: 'n', ok: true } }", 1.2e-3],
    "10,000 integers as result" => ["Array.new(10_000) { |i| i }", 8e-4],
    "1,000 matches of a literal" => ["n = 0; 1_000.times { |i| n += 1 if 'xab2'.match?(/b\\d\\z/) }; n", 3e-4],
    "1,000,000 Arrays beside 300,000 kept" => ["kept = Array.new(300_000) { [1] }; 1_000_000.times { [1] }; 1", 0.4],
    "8,000 methods of a class" => ["c = Class.new { 8_000.times { |i| define_method(\"m\#{i}\") { i } } }.new; " \
                                   "8_000.times { |i| c.send(\"m\#{i}\") }; 1", 0.05],
    "10,000 new Symbols" => ["10_000.times { |i| :\"name_\#{i}\" }; 1", nil],
    "100,000 new Symbols" => ["100_000.times { |i| :\"name_\#{i}\" }; 1", nil]
  }.freeze
  # Which native mruby cannot run, having no Regexp, or takes half a minute for.
  NOT_NATIVE = ["1,000 matches of a literal", "100,000 new Symbols"].freeze

  # Runs it by CRuby. What it prints goes nowhere, as it does for native mruby.
  def self.cruby(script)
    kept = $stdout
    $stdout = (@null ||= File.open(File::NULL, "w"))
    TOPLEVEL_BINDING.eval(script)
  ensure
    $stdout = kept
  end

  def initialize(report, native)
    @report = report
    @native = native
  end

  def add
    SCRIPTS.each do |title, (script, target)|
      sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20)
      native = @native.median(script) unless NOT_NATIVE.include?(title)
      cruby = Clock.median { self.class.cruby(script) }
      @report.add(title, Clock.median { sandbox.eval(script) }, target:, native:, cruby:)
    end
  end
end
