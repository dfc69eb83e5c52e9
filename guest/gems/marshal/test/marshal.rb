# What Marshal has in C, by way of Marshal.
items = [1, -129, :a, :a, "b", 2.5, { a: nil }, -(2**63)]
bytes = "\x04\b[\ri\x06i\xFF\x7F:\x06a;\x00I\"\x06b\x06:\x06ETf\b2.5{\x06;\x000".b
bytes << "l-\t\x00\x00\x00\x00\x00\x00\x00\x80".b
same Marshal.dump(items), bytes
same Marshal.load(bytes), items # rubocop:disable Security/MarshalLoad
%w[0.1 1e23 1e-7 1e2 1234.5 -0].each { |digits| same Marshal.dump(digits.to_f)[4..], digits }
