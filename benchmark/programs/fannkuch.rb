def fannkuch(n)
  perm = Array.new(n) { |i| i }
  count = Array.new(n, 0)
  most = checksum = turn = 0
  r = n
  loop do
    while r > 1
      count[r - 1] = r
      r -= 1
    end
    flipped = perm.dup
    flips = 0
    while (k = flipped[0]) > 0
      i = 0
      j = k
      while i < j
        flipped[i], flipped[j] = flipped[j], flipped[i]
        i += 1
        j -= 1
      end
      flips += 1
    end
    most = flips if flips > most
    checksum += turn.even? ? flips : -flips
    loop do
      return [checksum, most] if r == n

      first = perm[0]
      i = 0
      while i < r
        perm[i] = perm[i + 1]
        i += 1
      end
      perm[r] = first
      count[r] -= 1
      break if count[r] > 0

      r += 1
    end
    turn += 1
  end
end
fannkuch(7)
