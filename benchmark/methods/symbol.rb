y, z = :name, :other

y.to_s
y.size
y <=> z
y.to_proc
y.inspect
y.upcase
y == z
y[0]
y.start_with?("n")
