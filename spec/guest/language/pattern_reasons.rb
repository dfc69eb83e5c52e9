# == Why the only pattern does not match
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

D1 = Struct.new(:a, :b)
h = {name: "x", roles: %i[admin]}
told { 1 => 2 }
told { [1, 2] => [a] }
told { 5 => ..3 }
told { case 5; in 6; end }
told { case 5; in 6; in 7; end }
told { 0 => 1 | 2 }
told { [0] => [1] }
told { x = 5; 6 => ^x }
told { 6 => ^(2 + 1) }
told { [1, [2]] => [Integer, [String]] }
told { [] => [_, *] }
told { [1,2,3] => [*, 9, *] }
told { [1,2,3] => [*, 9, 4, *x] }
told { 5 => [] }
told { 5 => {} }
told { D1.new(1, 2) => [1, 3] }
told { D1.new(1, 2) => D1[1, 3] }
told { D1.new(1, 2) => D1(a: 2) }
told { D1.new(1, 2) => String[1] }
told { D1.new(1, 2) => {c: 1} }
told { case 5; in Integer => n if n > 9; end }
told { case 5; in Integer => n unless n == 5; end }
told { case [1, 5]; in [a, b] if a == b; end }
told { 5 => String => s }
told { 5 => (String | Symbol) }
told { [1, 2, 3, 4] => [Integer, *, String] }
told { [1, 2, 3, 4] => [Integer, *r, Integer, 5] }
told { 5 => nil }
told { nil => Integer }
told { "x" => /y/ }
told { case 5; in 6 then 1; else 2; end }
told { [[1, [2, 3]], 4] => [[1, [2, x]], 5] }
told { {a: 1, b: 2} => {a: 1, **rest}; rest }
told { 5 in String }
told { h => {name: String => n, roles: [*, :root, *]} }
told { case {status: "ok", items: [{id: 1}]}; in {status: "ok", items: [{id: String}]}; end }
told { [1, 2] => [Integer => a, Integer => b]; [a, b] }
