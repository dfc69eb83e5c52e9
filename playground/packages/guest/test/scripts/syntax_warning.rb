if a = 1
  unused = 2
end
a == 3
a
