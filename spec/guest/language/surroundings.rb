# Needs Ruby 4.0: messages and inspect of the environment
require "stringio"
# What a program is told of where it runs: arguments, environment, input, clocks, a lock, special globals.
def try
  p yield
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

p ARGV, $*.equal?(ARGV), ENV.fetch("NOPE", "d"), ENV["NOPE"]
ENV.clear
try { ENV["A"] = "1" }
try { [ENV["A"], ENV["A"].frozen?, ENV.key?("A"), ENV.to_h, ENV.inspect, ENV.to_s, ENV.class] }
try { ENV["A"] << "2" }
try { ENV.fetch("B") }
try { ENV.fetch("B") { |name| name * 2 } }
try { ENV[1] }
try { ENV["A"] = 1 }
try { ENV[nil] = "1" }
try { ENV["A\0"] }
try { ENV["A"] = "1\0" }
try { ENV["a=b"] = "1" }
try { ENV[""] = "1" }
try { ENV.freeze }
try { ENV.dup }
try { ENV.clone }
try { ENV.store("C", "3") }
try { ENV.each { |name, value| p [name, value] }.equal?(ENV) }
try { ENV.map { |pair| pair } }
try { ENV.each_pair.size }
try { [ENV.delete("C"), ENV.delete("C"), ENV.delete("C") { |name| "no #{name}" }] }
try { ENV["A"] = nil }
try { ENV.update("X" => "1", "Y" => "2").equal?(ENV) }
try { ENV.merge!("X" => "5") { |name, old, new| name + old + new } }
try { ENV.merge!("Z" => 1) }
try { [ENV.keys, ENV.values, ENV.key("2"), ENV.value?("2"), ENV.value?(2), ENV.values_at("X", "Q")] }
try { ENV.key(2) }
try { [ENV.slice("X", "Q"), ENV.except("X"), ENV.select { |_, value| value == "2" }, ENV.reject { |name, _| name == "X" }] }
try { [ENV.assoc("X"), ENV.rassoc("2"), ENV.invert, ENV.to_a, ENV.size, ENV.empty?, ENV.sort, ENV.any? { |_, v| v == "2" }] }
try { [ENV.delete_if { |name, _| name == "X" }.equal?(ENV), ENV.select! { true }, ENV.keep_if { true }.equal?(ENV)] }
try { [ENV.shift, ENV.shift] }
try { ENV.replace("P" => "1").equal?(ENV) }
try { ENV.replace("P" => 1) }
try { ENV.to_h { |name, value| [name.to_sym, value.to_i] } }
try { {}.merge(ENV) }
name = Object.new
def name.to_str = "S"
try { ENV[name] = name; ENV["S"] }

try { [$stdin.equal?(STDIN), STDIN.fileno, $stdin.respond_to?(:read)] }
try { $stdout.read }
try { $stdin.write("x") }

lock = Mutex.new
try { lock.synchronize { lock.locked? } }
try { lock.lock.equal?(lock) }
try { lock.lock }
try { [lock.owned?, lock.try_lock] }
try { Fiber.new { lock.unlock }.resume }
try { lock.unlock.locked? }
try { lock.unlock }
try { lock.synchronize { lock.synchronize { 1 } } }
try { lock.synchronize { raise "x" } }
try { lock.locked? }

try { %i[float_second float_millisecond second millisecond nanosecond].map { |u| Process.clock_gettime(Process::CLOCK_MONOTONIC, u).class } }
try { Process.clock_gettime(Process::CLOCK_REALTIME).class }
try { Process.clock_gettime(Process::CLOCK_REALTIME, :hour) }

%w[$: $" $LOAD_PATH $LOADED_FEATURES $< $? $! $* $FILENAME $-a $-l $-p $-I].each do |name|
  try { eval("#{name} = []") }
end
%w[$, $; $/ $\\ $-0 $-F $0 $PROGRAM_NAME].each { |name| try { eval("#{name} = true") } }
try { $@ = [] }
$VERBOSE = false
try { [$-v, $-w, $VERBOSE, $-d, $DEBUG, $-a, $/, $-0, $,, $-p] }
$-v = 1
try { [$VERBOSE, $-w] }
$VERBOSE = nil
try { [$-v, $-w] }
$VERBOSE = false
$DEBUG = 5
try { $-d }
$DEBUG = false
$. = 2.5
try { $. }
$-0 = "x"
try { $/ }
$/ = "\n"
$0 = "named"
try { [$PROGRAM_NAME, $0.frozen?] }
$nan = Float::NAN
try { [$nan.nan?, $unset, $:.class, $:.equal?($LOAD_PATH), $".equal?($LOADED_FEATURES), RUBY_PLATFORM.class] }

$stderr = StringIO.new
$VERBOSE = true
$never_set
$once ||= 1
$VERBOSE = false
{}.fetch(:a, 1) { 2 }
[].fetch(0, 1) { 2 }
said = $stderr.string
$stderr = STDERR
puts said.scan(/warning: (.*)/)
