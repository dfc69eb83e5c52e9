require "stringio"

p gets, readlines, $_
begin
  readline
rescue EOFError => e
  puts e.message
end
$stdin = StringIO.new("one\ntwo\nthree\n\nfour\nfive")
p gets, $_, gets(chomp: true), Kernel.gets(""), readline, readlines
puts "end" unless gets
while_lines = StringIO.new("a\nb\n")
$stdin = while_lines
while (line = gets)
  puts line.upcase
end
