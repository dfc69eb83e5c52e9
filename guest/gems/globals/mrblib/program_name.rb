# What a program that asks `__FILE__ == $0` is told.
$0 = "(eval)"

# Warns as the code that was running.
def Kernel.__complain(text) = warn(text, uplevel: 0)
