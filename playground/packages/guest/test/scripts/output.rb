print "a", 1
puts [1, [2, nil]]
p :b, "c"
$stdout.write("d", "e")
$stderr.puts "to stderr"
warn "a warning"
pp({ a: 1 })
$stdout << "no newline"
nil
