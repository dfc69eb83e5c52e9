def weight(i, j) = 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)

def times(vector, transposed)
  size = vector.size
  Array.new(size) do |i|
    sum = 0.0
    j = 0
    while j < size
      sum += (transposed ? weight(j, i) : weight(i, j)) * vector[j]
      j += 1
    end
    sum
  end
end

u = Array.new(30, 1.0)
v = nil
5.times do
  v = times(times(u, false), true)
  u = times(times(v, false), true)
end
above = below = 0.0
30.times do |i|
  above += u[i] * v[i]
  below += v[i] * v[i]
end
(Math.sqrt(above / below) * 1_000_000_000).round
