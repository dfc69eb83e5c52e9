value = nil
128.times { value = [value] }
value
