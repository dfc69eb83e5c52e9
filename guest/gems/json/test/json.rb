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
