require 'base64'

samples = ['', 'f', 'fo', 'foo', 'Ruby & Rails?', "\xFF\xFE\xFD".b, 'né', 'x' * 50]

samples.each do |s|
  strict = Base64.strict_encode64(s)
  url = Base64.urlsafe_encode64(s, padding: false)
  puts "#{s.inspect[0, 20].ljust(20)} #{strict} | #{url}"
  raise 'round trip failed' unless Base64.strict_decode64(strict) == s.b && Base64.urlsafe_decode64(url) == s.b
end

p Base64.encode64('x' * 50)
p Base64.decode64("eHh4\neHg=\n"), Base64.decode64('eHh4!!eHg')
p Base64.strict_decode64('bsOp'), Base64.strict_decode64('bsOp').force_encoding('UTF-8')
p Base64.decode64('bsOp').encoding, Base64.encode64('é').encoding
p Base64.urlsafe_encode64("\xFB\xFF".b), Base64.urlsafe_decode64('-_8=')

['abc', 'ab=c', "Zm9v\n", 'Zm9v====', '*'].each do |bad|
  Base64.strict_decode64(bad)
  puts "#{bad.inspect} accepted"
rescue ArgumentError => e
  puts "#{bad.inspect} #{e.message}"
end

header, payload, signature = %w[eyJhbGciOiJIUzI1NiJ9 eyJzdWIiOiI0MiIsImFkbWluIjp0cnVlfQ c2ln].map { |part| Base64.urlsafe_decode64(part) }
puts header, payload, signature

data_uri = "data:text/plain;base64,#{['Hi there'].pack('m0')}"
m = data_uri.match(%r{\Adata:(?<type>[\w/]+);base64,(?<body>.+)\z})
puts "#{m[:type]}: #{m[:body].unpack1('m')}"
p ['long ' * 15].pack('m').lines.map(&:size)
p ['abcdef'].pack('m3')
