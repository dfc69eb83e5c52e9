require "json"
require "csv"
require "digest"
require "matrix"
[JSON.parse('{"a":[1,2.5,null]}'), CSV.parse_line("a,\"b,c\",d"), Digest::SHA256.hexdigest("x"), Matrix[[1, 2], [3, 4]].determinant, { "k" => "v" }.to_json]
