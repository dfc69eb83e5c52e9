begin
  Shop::Orders.find(99)
rescue => e
  puts e.class, e.message
end
Shop::Orders.find(100)
