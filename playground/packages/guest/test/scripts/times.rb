[Time.at(0).utc, Time.utc(2026, 11, 29, 8, 15, 2.5), Time.new(2000, 1, 1, 0, 0, 0, "+09:00"), Time.now.to_i]
