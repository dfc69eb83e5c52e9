t = Time.at(1_700_000_000).utc
later = t + 86_400

Time.now
Time.at(0)
Time.at(0, 500, :millisecond)
Time.at(0, in: "+09:00")
Time.new(2021, 8, 22)
Time.new(2021, 8, 22, 1, 2, 3, "+00:00")
Time.utc(2021, 8, 22)
t.year
t.wday
t + 60
t - later
t < later
t == later
t.to_i
t.to_f
t.to_s
t.inspect
t.strftime("%Y-%m-%d")
t.strftime("%Y-%m-%d %H:%M:%S")
t.strftime("%a %d %b %Y %I:%M %p %z")
t.monday?
t.round
t.hash
Process.clock_gettime(Process::CLOCK_MONOTONIC)
