"a".freeze << "b"
