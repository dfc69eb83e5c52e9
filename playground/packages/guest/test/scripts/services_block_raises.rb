def stop = raise(IOError, "enough")

begin
  Shop::Orders.each { |row| stop if row[:id] == 2 }
rescue IOError => e
  puts "rescued #{e.message}"
end
Shop::Orders.each { |row| stop }
