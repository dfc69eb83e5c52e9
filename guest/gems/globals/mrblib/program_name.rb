# What a program that asks `__FILE__ == $0` is told.
$0 = "(eval)"
