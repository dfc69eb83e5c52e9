values = ["a", "é", "", "b".b, "\xff".b, "é".encode("UTF-16LE"), :a, :é, /a/, Encoding::UTF_8, Encoding::US_ASCII,
          Encoding::BINARY, Encoding::UTF_16LE, "a".encode("US-ASCII")]
values.each { |one| puts values.map { |other| Encoding.compatible?(one, other)&.name || "-" }.join(" ") }
