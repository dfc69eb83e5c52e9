def deep(n)
  deep(n + 1)
end

deep(0)
