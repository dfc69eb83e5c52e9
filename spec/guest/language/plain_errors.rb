# What the core says of wrong calls.
def message
  yield
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

def each = yield
def with(value) = yield(value)

message { each }
message { with(1) }
message { [1].each { with(2) } }
begin
  each
rescue LocalJumpError => e
  p e.reason
end

message { [1][-3] = 1 }
message { [1, 2][-5, 1] = 1 }
message { [1].insert(-5, 1) }
class Base; end
message { eval("class Base < String; end") }
message { Class.new { attr_accessor "a b" } }
message { Class.new { attr_reader :"a?" } }
message { [1, 2].bsearch { "x" } }

# Of a case with several patterns the value is the message, of one the reason is.
message { case "abc"; in Integer then 0; in Symbol then 1; end }
message { case nil; in Integer then 0; in Symbol then 1; end }
message { case [1, "a"]; in [] then 0; in Symbol then 1; end }
message { case { a: 1 }; in { b: } then 0; in Symbol then 1; end }
message { case "abc"; in Integer then 0; end }
message { { a: 1 } => { b: } }
