require "date"
[Date.new(2026, 11, 29), Date.new(-1, 2, 3), Date.new(1582, 10, 4) + 1, DateTime.new(2001, 2, 3, 4, 5, 6, "+7"), DateTime.new(1999, 12, 31, 23, 59, 59, "-11:30")]
