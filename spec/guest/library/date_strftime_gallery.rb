require 'date'

stamp = DateTime.new(2023, 11, 5, 7, 8, 9.25, '+02:30')

formats = %w[
  %Y %C %y %m %B %b %h %-m %d %-d %e %j %H %I %k %l %M %S %L %N %3N %P %p %z %:z %::z %Z
  %A %^a %a %u %w %G %V %U %W %s %Q %n %t %% %D %F %T %R %r %X %x %c %v %+ %10Y %-j %^B %010d %#p
]
formats.each { |f| puts "#{f.ljust(6)} #{stamp.strftime(f).inspect}" }

date = stamp.to_date
puts date.iso8601, date.rfc2822, date.httpdate, date.rfc3339, date.jisx0301
puts stamp.iso8601, stamp.iso8601(3), stamp.rfc2822, stamp.httpdate, stamp.xmlschema
p stamp
p date
puts stamp
puts stamp.new_offset(0)
p stamp.offset, stamp.zone, stamp.sec_fraction, stamp.hour, stamp.minute
p date.asctime, date.ctime
p stamp.to_time.utc
p date.to_datetime
p stamp.day_fraction
