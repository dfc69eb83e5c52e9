# Bare raise, $!, causes, retry and ensure in nested begin blocks.
class FetchError < StandardError
  def initialize(message = "fetch failed") = super
end

def fetch(url)
  raise ArgumentError, "bad url #{url.inspect}" if url.empty?

  raise IOError, "timeout"
rescue IOError
  raise FetchError
end

def explain(error)
  lines = []
  while error
    lines << "#{error.class}(#{error.message})"
    error = error.cause
  end
  lines.join(" <- ")
end

["", "http://x"].each do |url|
  fetch(url)
rescue StandardError => e
  puts explain(e)
end

begin
  begin
    raise "inner"
  rescue
    puts "handling #{$!.message}"
    raise
  ensure
    puts "ensured with #{$!.message}"
  end
rescue => e
  puts "same: #{e.equal?($!)}"
end
puts $!.inspect

def attempt
  tries = 0
  begin
    tries += 1
    raise "fail #{tries}" if tries < 3

    "worked after #{tries}"
  rescue RuntimeError => e
    puts e.message
    retry
  else
    "else after #{tries}"
  ensure
    puts "closing"
  end
end
puts attempt

def helper = raise
begin
  begin
    Integer("4x")
  rescue ArgumentError
    [1].each { helper }
  end
rescue => e
  puts e.message
end

begin
  begin
    raise "one"
  rescue => e
    raise KeyError.new("two"), cause: e
  end
rescue => e
  puts explain(e)
end
begin
  raise TypeError.new("alone"), cause: nil
rescue => e
  puts e.cause.inspect
end
value = (raise "oops" rescue "rescued #{$!.message}")
puts value

ERRORS = [ZeroDivisionError, KeyError].freeze
[-> { 1 / 0 }, -> { {}.fetch(:k) }, -> { nil + 1 }].each do |work|
  work.call
rescue *ERRORS => e
  puts "expected #{e.message}"
rescue NoMethodError
  puts "no method"
end
result = [1, 0].map { |n| 10 / n rescue Float::INFINITY }
puts result.inspect

class Quiet < StandardError
  def message = "custom message"
end
begin
  raise Quiet
rescue => e
  puts e.message, e.full_message.include?("Quiet")
end
def early
  return :returned
ensure
  puts "ensure runs"
end
puts early
