require "stringio"
require "English"

p $., $NR, $INPUT_LINE_NUMBER
$. = 7
p $NR
io = nil
p(StringIO.open("text") { |stream| (io = stream).read })
p io.string, io.closed?
begin
  StringIO.open(+"x") { |stream| (io = stream) && raise("out") }
rescue RuntimeError
  p io.string
end
