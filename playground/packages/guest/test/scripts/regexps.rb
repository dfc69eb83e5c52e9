"2026-11-29 x 2027-01-02".scan(/(?<y>\d{4})-(\d\d)/) + [$~ && $~[0], "straße".match?(/\p{L}+ß/), "aXb".gsub(/[A-Z]/) { |c| c.downcase }]
