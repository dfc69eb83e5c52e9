class AppError < StandardError
  def initialize(message = "application failed") = super
end

class ValidationError < AppError
  attr_reader :field

  def initialize(field, message = nil)
    @field = field
    super(message || "#{field} is invalid")
  end
end

class NetworkError < AppError; end

def attempt
  yield
rescue ValidationError => e
  "validation: #{e.message} (#{e.field})"
rescue NetworkError, ZeroDivisionError => e
  "infrastructure: #{e.class}: #{e.message}"
rescue AppError
  "app"
else
  "fine"
ensure
  print "[ensure] "
end

puts attempt { 1 }
puts attempt { raise ValidationError, :age }
puts attempt { raise ValidationError.new(:name, "too short") }
puts attempt { raise NetworkError }
puts attempt { 1 / 0 }
puts attempt { raise AppError }
begin
  attempt { raise "other" }
rescue => e
  puts e.inspect
end

tries = 0
begin
  tries += 1
  raise NetworkError, "try #{tries}" if tries < 3

  puts "connected after #{tries}"
rescue NetworkError => e
  puts e.message
  retry
end

begin
  begin
    raise KeyError, "inner"
  rescue KeyError
    raise AppError, "outer"
  end
rescue AppError => e
  puts "#{e.message} caused by #{e.cause.class}: #{e.cause.message}"
end

def order
  log = []
  begin
    log << :body
    return log
  ensure
    log << :ensure
  end
end
p order

def value_of_ensure
  return 1
ensure
  2
end
p value_of_ensure

puts [ValidationError.ancestors.take(3).inspect, ValidationError.new(:x).is_a?(StandardError)]
puts (Integer("zz") rescue "not a number")
p [1, 2, 3].each { |n| break n * 10 if n == 2 }
error = RuntimeError.new("boom")
p error.message, error.full_message.include?("boom"), error.backtrace
begin
  raise error
rescue => same
  p same.equal?(error), same.backtrace.class
end
begin
  raise Class.new(StandardError), "anonymous"
rescue => e
  p e.message
end
begin
  raise "a" "b"
rescue RuntimeError => e
  p e
end
begin
  raise 42
rescue TypeError => e
  puts e.message
end
def checked(n) = n.positive? ? n : raise(ArgumentError, "need a positive number, got #{n}")
[3, -3].each { |n| puts checked(n) rescue puts "rescued: #{$!.message}" }
x = catch(:done) do
  10.times { |i| throw :done, i if i == 4 }
  :never
end
p x
