# frozen_string_literal: true

# Measures two checkouts, each compiled, by turns in processes of their own, and prints the ratios:
#
#   ruby benchmark/compare.rb BEFORE AFTER [ROUNDS]

require "json"
require "open3"
require "rbconfig"
require_relative "support/clock"

# Rows that any version of the gem with this API has; the least of some rounds counts.
class Compare
  ROWS = {
    'eval("nil")' => ["nil", 1], "eval of 1 + 2, a new program each time" => ["1 + 2", 1],
    "a service call" => ["i = 0; while i < 1_000; Host::Get.call(i); i += 1; end", 1_000],
    "a yield" => ["Host::Each.call(1_000) { |i| i }", 1_000],
    "100,000 times { acc ^= i }" => ["acc = 0; 100_000.times { |i| acc ^= i }; acc", 1],
    "1,000 string appends" => ["s = ''.dup; 1_000.times { |i| s << 'item ' << i.to_s }; s.size", 1],
    "100 raise and rescue" => ["100.times { begin; raise 'x'; rescue => e; e.message; end }", 1],
    "1,000 puts" => ["line = 'x' * 64; 1_000.times { puts line }", 1],
    "512 KiB string as result" => ["'x' * (512 << 10)", 1],
    "1,000 small hashes as result" => ["Array.new(1_000) { |i| { 'id' => i, name: 'n', ok: true } }", 1]
  }.freeze

  class << self
    # Seconds of each row with the gem that is loaded; printed as JSON.
    def measure
      start = Clock.now
      sandbox = Kobako::Sandbox.new(memory_limit: 16 << 20)
      first = Clock.now - start
      sandbox.define(:Host).bind(:Get, ->(value) { value }).bind(:Each, lambda { |count, &block|
                                                                          count.times(&block) && nil
                                                                        })
      puts JSON.generate({ "first Sandbox.new, warm cache" => first,
                           "kobako.wasm" => File.size(Kobako::Sandbox::DEFAULT_WASM_PATH) }.merge(rows(sandbox)))
    end

    private

    def rows(sandbox)
      count = 0
      ROWS.to_h do |title, (script, calls)|
        fresh = title.include?("new program")
        seconds = Clock.median(11) { sandbox.eval(fresh ? "#{script} # #{count += 1}" : script) }
        [title, seconds / calls]
      end
    end
  end

  def initialize(before, after, rounds)
    @folders = [before, after].map { |folder| File.expand_path(folder) }
    @rounds = rounds
  end

  def call
    rounds = Array.new(@rounds) { @folders.map { |folder| figures(folder) } }.transpose
    before, after = rounds.map { |all| all.inject { |a, b| a.merge(b) { |_, x, y| [x, y].min } } }
    puts format("%-42s %12s %12s %8s", "", "before", "after", "ratio")
    before.each { |title, figure| puts line(title, figure, after.fetch(title)) }
  end

  private

  def figures(folder)
    code = "require 'kobako'; require '#{File.expand_path(__FILE__)}'; Compare.measure"
    output, status = Open3.capture2(RbConfig.ruby, "-I#{folder}/lib", "-e", code, chdir: folder)
    raise "#{folder} cannot be measured (compile it first)" unless status.success?

    JSON.parse(output)
  end

  def line(title, before, after)
    numbers = if title.end_with?(".wasm")
                [before, after].map { |bytes| "#{bytes} B" }
              else
                [before, after].map do |s|
                  human(s)
                end
              end
    format("%-42s %12s %12s %8.2f", title, *numbers, after.to_f / before)
  end

  def human(seconds) = seconds < 1e-3 ? format("%.2f µs", seconds * 1e6) : format("%.2f ms", seconds * 1e3)
end

if $PROGRAM_NAME == __FILE__
  abort "usage: ruby benchmark/compare.rb BEFORE AFTER [ROUNDS]" unless ARGV.size.between?(2, 3)
  Compare.new(*ARGV.first(2), Integer(ARGV.fetch(2, "5"))).call
end
