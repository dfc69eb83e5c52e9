begin
  Integer("x")
rescue ArgumentError
  raise "not a number"
end
