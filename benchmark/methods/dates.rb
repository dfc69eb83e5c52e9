require "date"
require "time"
d, d2 = Date.new(2024, 2, 29), Date.new(2025, 1, 1)

Date.new(2024, 2, 29)
Date.parse("2024-02-29")
Date.valid_date?(2024, 2, 30)
Date.strptime("29/02/2024", "%d/%m/%Y")
d + 30
d >> 1
d2 - d
d < d2
d.to_s
d.strftime("%d %B %Y")
d.wday
d.cwday
d.cweek
d.yday
d.saturday?
d.next_month
d.next_day
(d..d + 10).to_a
(d..d + 10).count { |x| x.wday == 1 }
DateTime.new(2024, 2, 29, 1, 2, 3)
Time.parse("2021-08-22 00:00:00Z")
Time.iso8601("2021-08-22T00:00:00Z")
Time.utc(2021).iso8601
Time.strptime("2021-08-22", "%Y-%m-%d")
