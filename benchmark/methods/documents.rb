require "json"
require "csv"
require "yaml"
require "erb"
require "cgi"
require "uri"
doc = { "name" => "Ann", "tags" => %w[a b c], "n" => 1.5, "ok" => true, "none" => nil }
json = JSON.generate(doc)
html = "<a href='x'>Tom & Jerry</a>" * 3
row = "1,\"two, 2\",3\n"
erb = ERB.new("<% 3.times do |i| %><%= i %>,<% end %>")

JSON.generate(doc)
doc.to_json
JSON.pretty_generate(doc)
JSON.parse(json)
JSON.parse(json, symbolize_names: true)
CSV.parse_line(row)
CSV.parse("a,b\n1,2\n3,4\n")
CSV.parse("a,b\n1,2\n3,4\n", headers: true).map(&:to_h)
CSV.generate { |x| x << [1, "a,b", nil] }
[1, "a,b"].to_csv
doc.to_yaml
YAML.load("a: 1\nb: [1, 2]\nc: {d: e}\n")
erb.result
ERB.new("a<%= 1 %>b").result
ERB::Util.html_escape(html)
CGI.escapeHTML(html)
CGI.escapeHTML("plain")
CGI.unescapeHTML("&lt;a&gt; &amp;")
CGI.escape("a b&c=d/é")
CGI.unescape("a+b%26c")
URI.encode_www_form(a: 1, b: "x y")
URI.parse("http://example.com/a?b=c")
URI.join("http://example.com/a/", "b").to_s
