def place(size, row, columns, left, right)
  return 1 if row == size

  found = 0
  size.times do |column|
    next if columns[column] || left[row + column] || right[row - column + size]

    columns[column] = left[row + column] = right[row - column + size] = true
    found += place(size, row + 1, columns, left, right)
    columns[column] = left[row + column] = right[row - column + size] = false
  end
  found
end
place(7, 0, [], [], [])
