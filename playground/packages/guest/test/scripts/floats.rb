[0.0, -0.0, 1.0, 1.5e300, 0.1 + 0.2, 1e16, 1e-5, Float::INFINITY, -Float::INFINITY, Float::NAN]
