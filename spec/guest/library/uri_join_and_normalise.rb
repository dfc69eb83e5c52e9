require 'uri'

BASE = 'http://example.com/docs/guide/intro.html?v=2'

%w[setup.html ../api/ ./ ../../.. /root ?v=3 #part //cdn.example.com/x.js https://other.org mailto:a@b.c g;x=1/../y].each do |ref|
  puts "#{ref.ljust(26)} #{URI.join(BASE, ref)}"
end

a = URI('HTTP://EXAMPLE.com:80/%7Euser/./a/../b?')
p a.to_s, a.normalize.to_s, a.normalize! && a.host
p URI('http://example.com') == URI('http://EXAMPLE.com/'), URI('http://example.com/').eql?(URI('http://example.com/'))
p URI('http://example.com/a') + 'b', URI('http://example.com/a/').merge('b').to_s
p URI(BASE).route_to('http://example.com/docs/api/x.html').to_s, (URI('http://example.com/a/b') - URI('http://example.com/a/')).to_s
begin
  URI('relative') + 'x'
rescue URI::BadURIError => e
  puts "#{e.class}: #{e.message}"
end

def canonical(text)
  uri = URI.parse(text.strip).normalize
  raise ArgumentError, "unsupported scheme #{uri.scheme.inspect}" unless uri.is_a?(URI::HTTP)

  uri.fragment = nil
  if uri.query
    pairs = URI.decode_www_form(uri.query).reject { |k, _| k.start_with?('utm_') }.sort
    uri.query = pairs.empty? ? nil : URI.encode_www_form(pairs)
  end
  uri.path = uri.path.chomp('/') unless uri.path == '/'
  uri.to_s
end

links = ['http://Shop.example.com/items/?b=2&a=1&utm_source=x#top', 'http://shop.example.com:80/items?a=1&b=2',
         ' https://shop.example.com/?utm_medium=mail', 'javascript:void(0)', 'http://shop.example.com/über']
links.each do |l|
  puts canonical(l)
rescue URI::InvalidURIError, ArgumentError => e
  puts "skip: #{e.message}"
end
p links.first(2).map { |l| canonical(l) }.uniq.size
