# == The latest first
at_exit { puts "first" }
END { puts "second" }
block = at_exit do
  puts "third"
  at_exit { puts "within" }
end
p block.class
2.times { |i| at_exit { puts "turn #{i}" } }
2.times { |i| END { puts "end #{i}" } }

def later
  at_exit { puts "of a method: #{@me.inspect}" }
end
later
Kernel.at_exit { puts "by Kernel" }
puts "the end"
# == What they see
local = 1
$shared = [:set]
class Account
  attr_reader :left

  def initialize = @left = 3

  def watch
    at_exit { puts "left #{left}" }
    @left -= 1
  end
end
account = Account.new
account.watch
at_exit { p local, $shared, $! }
at_exit do
  raise "lost"
rescue RuntimeError => e
  puts e.message, $!.message
end
local = 2
$shared << account.left
# == Without a block
# Needs Ruby 4.0: the text
begin
  at_exit
rescue ArgumentError => e
  puts e.message
end
