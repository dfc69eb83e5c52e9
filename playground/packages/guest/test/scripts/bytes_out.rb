$stdout.write("\xe2\x82", "\xac\n")
puts "\xff".b
