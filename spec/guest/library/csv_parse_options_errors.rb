# Needs Ruby 3.3: its standard library
require 'csv'

def attempt(label)
  value = yield
  puts "#{label}: #{value.inspect}"
rescue StandardError => e
  puts "#{label}: #{e.class} - #{e.message}"
end

attempt('row_sep auto') { CSV.parse("a,b\r\nc,d\r\n") }
attempt('row_sep fixed') { CSV.parse("a,b;c,d;", row_sep: ';') }
attempt('two char sep') { CSV.parse("a::b::c\n", col_sep: '::') }
attempt('no quotes') { CSV.parse(%(a,"b"\n), quote_char: nil) }
attempt('field too big') { CSV.parse(%("#{'x' * 40}"\n), max_field_size: 10) }
attempt('skip lines string') { CSV.parse("#x\na,b\n", skip_lines: '#') }
attempt('bad skip lines') { CSV.parse("a\n", skip_lines: 42) }
attempt('nil data') { CSV.parse(nil) }
attempt('not text') { CSV.new(nil) }
attempt('bad converter') { CSV.parse("a\n", converters: :nonexistent) }
attempt('embedded newline') { CSV.parse(%("one\ntwo",3\n)) }
attempt('quoted spaces') { CSV.parse(%("a" ,b\n)) }
attempt('symbols array') { CSV.parse("1,2\n", headers: %i[x y]).first.to_h }
attempt('missing column') { CSV.parse("a,b\n1,2\n", headers: true).by_col['c'] }
attempt('row out of range') { CSV.parse("a,b\n1,2\n", headers: true)[5] }
attempt('string row append') { CSV.generate { |c| c << 'abc' } }
attempt('generate_line nil') { CSV.generate_line([nil, 1, :s, 2.0]) }
attempt('table dig') { CSV.parse("a\n1\n", headers: true).dig(0, 'a') }
attempt('row compare') { CSV::Row.new(['a'], [1]) == { 'a' => 1 } }
attempt('pattern match') do
  case CSV.parse("a,b\n1,2\n", headers: true, header_converters: :symbol).first
  in { a: '1', b: } then "b is #{b}"
  end
end
attempt('default options') { CSV::DEFAULT_OPTIONS.slice(:col_sep, :quote_char, :headers) }
