require 'English'

LOG = <<~TXT
  alice: 3 apples @ 1.20
  bob: two pears
  carol: 10 figs @ 0.35
TXT

LOG.each_line(chomp: true) do |line|
  if line =~ /(\w+): (\d+) (\w+) @ ([\d.]+)/
    puts "#{$LAST_MATCH_INFO[1]} pays #{format('%.2f', $LAST_MATCH_INFO[2].to_i * $LAST_PAREN_MATCH.to_f)}"
    p [$PREMATCH, $MATCH, $POSTMATCH]
  else
    puts "no match in #{line.inspect} (#{$MATCH.inspect})"
  end
end

'key = value # note' =~ /\s*=\s*/
p $PREMATCH, $POSTMATCH, $LAST_MATCH_INFO.begin(0)

def risky
  yield
rescue ZeroDivisionError, KeyError
  puts "rescued #{$ERROR_INFO.class}: #{$ERROR_INFO.message}"
  $ERROR_POSITION.class
end

p risky { 1 / 0 }
p risky { { a: 1 }.fetch(:b) }
p risky { :fine }
p $ERROR_INFO

p $INPUT_RECORD_SEPARATOR, $RS, $OUTPUT_FIELD_SEPARATOR, $FIELD_SEPARATOR, $ORS
p $PROGRAM_NAME.class, $PID.is_a?(Integer), $PROCESS_ID == $PID, $ARGV.class, $DEFAULT_OUTPUT.equal?($stdout)

summary = LOG.lines.each_with_object(Hash.new(0)) do |line, totals|
  next unless line[/(\d+) (\w+)/]

  totals[$LAST_MATCH_INFO[2]] += $LAST_MATCH_INFO[1].to_i
end
p summary
text = LOG.gsub(/\d+\.\d+/) { ($MATCH.to_f * 2).round(2).to_s }
puts text
'2024-05-06'.match(/(?<y>\d+)-(?<m>\d+)/)
p $LAST_MATCH_INFO[:y], $LAST_MATCH_INFO.named_captures, $LAST_PAREN_MATCH
'nothing'.match(/\d/)
p $LAST_MATCH_INFO
case 'width=80'
when /=(\d+)/ then puts "number #{$LAST_PAREN_MATCH}, rest #{$PREMATCH}"
end
begin
  raise ArgumentError, 'outer'
rescue ArgumentError
  begin
    raise 'inner'
  rescue RuntimeError
    puts "#{$ERROR_INFO.message} caused by #{$ERROR_INFO.cause.message}"
  end
  puts $ERROR_INFO.message
end
