# A script cannot outlive its limits, nor rescue them. The page
# ends it at the timeout, and is as good as new.

puts "Here it begins"

begin
  loop { Math.sqrt(2) }
rescue Exception
  puts "never"
ensure
  puts "never either"
end
