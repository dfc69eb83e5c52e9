# JSON.parse, JSON.generate and their errors.
same JSON.parse('{"a": [1, 2.5, null, true]}'), { "a" => [1, 2.5, nil, true] }
same JSON.parse('{"a": 1}', symbolize_names: true), { a: 1 }
same JSON.generate({ "a" => [1, nil] }), '{"a":[1,null]}'
same({ a: "é\n" }.to_json, "{\"a\":\"é\\n\"}")
same JSON.pretty_generate([1]), "[\n  1\n]"
same [1, "x"].to_json, '[1,"x"]'
same JSON::ParserError.ancestors.include?(JSON::JSONError), true
same (JSON.parse("[") rescue $!.class), JSON::ParserError
same (JSON.generate(Float::NAN) rescue $!.class), JSON::GeneratorError
same (JSON.parse("[" * 101 + "]" * 101) rescue $!.class), JSON::NestingError
same JSON.generate([1e20, 1e15, 1e-7, 1.5e-10, 12.25, -0.0, 100.0]), "[1e+20,1e+15,0.0000001,1.5e-10,12.25,-0.0,100.0]"
same JSON.generate([1_234_567_890.125, 1e-5, 5e-324, 1.5e300]), "[1234567890.125,0.00001,5e-324,1.5e+300]"

# What an object's to_json is given, whether or not there was a state before.
kind = Class.new { def to_json(state) = "\"#{state.class} #{state.depth}\"" }
same JSON.generate([kind.new, [kind.new]]), '["JSON::State 1",["JSON::State 2"]]'
same [[kind.new]].to_json, '[["JSON::State 2"]]'
setter = Class.new { def to_json(state) = (state.indent = "  ") && state.object_id.to_s }.new
same JSON.parse([setter, [setter, {}]].to_json).flatten.uniq.size, 2
same [1, { a: nil }].to_json(nil, 1), '[1,{"a":null}]'
same [1].to_json(array_nl: "\n"), "[\n1\n]"
same [1].to_json(false), "[1]"
same JSON.pretty_generate([{}], nil), "[\n  {}\n]"
raises(TypeError, "can't convert Integer into Hash") { [1].to_json(3) }
raises(TypeError, "no implicit conversion of Integer into String") { JSON.generate([], indent: 1) }
deep = 100.times.inject([]) { |inner, _| [inner] }
raises(JSON::NestingError, "nesting of 100 is too deep") { deep.to_json }
same JSON.generate(deep, max_nesting: 0).size, 202
first = JSON::State.new
first.indent << "x"
same JSON::State.new.indent, ""
