a = Time.now
sleep 3
[Time.now - a, Process.clock_gettime(Process::CLOCK_MONOTONIC)]
