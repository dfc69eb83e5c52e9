# frozen_string_literal: true

require "kobako"

sandbox = Kobako::Sandbox.new(timeout: 0.5, memory_limit: 4 << 20)

puts "value:   #{sandbox.eval("[1, 2, 3].map { |n| n * n }")}"

sandbox.eval('puts "hello from the guest"; warn "and its stderr"')
puts "stdout:  #{sandbox.stdout}"
puts "stderr:  #{sandbox.stderr}"

{
  "error" => "def ratio(a, b)\n  a / b\nend\nratio(1, 0)",
  "syntax" => "1 +",
  "no host" => 'File.read("/etc/passwd")',
  "time" => "loop {}",
  "memory" => '"x" * 67_200_000'
}.each do |name, code|
  sandbox.eval(code)
rescue Kobako::SandboxError => e
  puts "#{"#{name}:".ljust(9)}#{e.klass} #{e.message} #{e.backtrace_lines.first}"
rescue Kobako::TrapError => e
  puts "#{"#{name}:".ljust(9)}#{e.class} #{e.message}"
end

puts "again:   #{sandbox.eval("40 + 2")} in #{(sandbox.usage.wall_time * 1e6).round} microseconds"
