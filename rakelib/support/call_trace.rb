# frozen_string_literal: true

require "open3"
require "rbconfig"
require "tmpdir"

# The way of one invocation through the files of `lib/`, `ext/` and `crates/`, function by function.
class CallTrace
  SCRIPT = "Shop::Orders.find(7)"
  # Warm, as an application's are; SIGTRAP tells the debugger where to look.
  PROGRAM = <<~'RUBY'
    root = "#{File.expand_path("lib")}/"
    sandbox = Kobako::Sandbox.new
    orders = Class.new { def find(id) = { id: id } }.new
    sandbox.define(:Shop).bind(:Orders, orders)
    8.times { sandbox.eval(ARGV.fetch(0)) }
    calls = TracePoint.new(:call, :b_call) do |point|
      next unless point.path.start_with?(root)

      $stdout.syswrite("TRACE ruby lib/#{point.path.delete_prefix(root)} #{point.method_id}\n")
    end
    Process.kill(:TRAP, Process.pid)
    calls.enable { sandbox.eval(ARGV.fetch(0)) }
    Process.kill(:TRAP, Process.pid)
  RUBY
  # The crates as they are written: nothing inlined.
  SETTINGS = %w[kobako kobako-engine kobako-wire]
             .product(%w[opt-level=0 debug=1])
             .map { |crate, setting| "profile.release.package.#{crate}.#{setting}" }
             .push('profile.release.lto="off"').freeze

  attr_reader :calls

  # @param target [String] folder for what is built
  # @param script [String] of the guest
  def initialize(target, script: SCRIPT)
    @target = target
    @calls = traced(script).lines.filter_map { |line| line[/^TRACE (.*)$/, 1]&.split(" ", 3) }
  end

  # The files in the order in which they are entered, each once for a row of calls in it.
  def way = @calls.map { |_, file, _| file }.chunk_while { |a, b| a == b }.map(&:first)

  def files = way.uniq

  # How often a file is entered that was left before.
  def returns = way.size - files.size

  # How often Ruby code and native code call one another.
  def crossings = @calls.map(&:first).each_cons(2).count { |from, to| from != to }

  private

  def traced(script)
    build
    Dir.mktmpdir do |folder|
      Dir.mkdir("#{folder}/kobako")
      File.symlink(File.expand_path("#{@target}/release/libkobako.so"), "#{folder}/kobako/kobako.so")
      command = ["gdb", "--quiet", "--batch", "--command", File.expand_path("call_trace.py", __dir__), "--args",
                 RbConfig.ruby, "-I#{folder}", "-Ilib", "-rkobako", "-e", PROGRAM, script]
      output, status = Open3.capture2e(*command)
      status.success? && output.include?("TRACE ") ? output : raise("nothing was traced\n#{output.lines.last(20).join}")
    end
  end

  def build
    environment = { "RUBY" => RbConfig.ruby, "CARGO_TARGET_DIR" => @target }
    system(environment, "cargo", "rustc", "--release", "--locked", "--package", "kobako",
           *SETTINGS.flat_map { |setting| ["--config", setting] }, "--", "-Cstrip=none", exception: true)
  end
end
