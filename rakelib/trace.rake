# frozen_string_literal: true

desc "Print the way of one eval with one service call through the files (needs gdb)"
task :trace, [:script] do |_, arguments|
  require_relative "support/call_trace"
  trace = CallTrace.new(ENV.fetch("CARGO_TARGET_DIR", "target"), script: arguments.fetch(:script, CallTrace::SCRIPT))
  trace.way.each { |file| puts file }
  puts "#{trace.files.size} files, #{trace.returns} returns to one, #{trace.crossings} crossings"
end
