require "uri"

all = (0..255).map(&:chr).join.b
form = URI.encode_www_form_component(all)
puts form
p URI.decode_www_form_component(form, Encoding::BINARY) == all
%w[%41 %4a %4A %aF %Af %fa a+b %2B].each { |text| p URI.decode_www_form_component(text, Encoding::BINARY) }
p URI.encode_www_form(a: "é ü", b: [1, "2&3"], c: nil), URI.decode_www_form("a=%C3%A9+%26&b=1&b=2;&c")
begin
  URI.decode_www_form_component("%zz")
rescue ArgumentError => e
  puts e.message
end
p URI::DEFAULT_PARSER.regexp[:SCHEME].match?("http"), URI.split("http://u@h:80/p?q#f")
