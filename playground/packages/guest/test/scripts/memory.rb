hoard = []
loop { hoard << "x" * 10_000 }
