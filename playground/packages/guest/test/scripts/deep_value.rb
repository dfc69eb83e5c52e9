value = nil
200.times { value = [value] }
value
