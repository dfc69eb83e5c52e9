# Needs Ruby 3.3: its standard library
require 'uri'

urls = ['http://user:pw@example.com:8080/a/b.html?x=1&y=2#top', 'https://example.com', 'mailto:a@b.org?subject=Hi',
        'ftp://ftp.example.org/pub/file.txt;type=i', 'urn:isbn:0451450523', '/relative/path?q', 'ldap://ldap.example.com/dc=x?cn', '//host/p', 'file:///etc/hosts']

urls.each do |text|
  u = URI.parse(text)
  puts "#{u.class.name.ljust(12)} scheme=#{u.scheme.inspect} host=#{u.host.inspect} port=#{u.port.inspect} path=#{u.path.inspect} query=#{u.query.inspect} opaque=#{u.opaque.inspect}"
end

u = URI('http://user:pw@example.com:8080/a/b.html?x=1&y=2#top')
p u
p u.userinfo, u.user, u.password, u.fragment, u.hostname, u.request_uri, u.default_port, u.absolute?, u.hierarchical?
u.port = 80
u.fragment = nil
u.scheme = 'https'
puts u
begin
  u.path = '/new path'
rescue URI::InvalidComponentError => e
  puts "#{e.class}: #{e.message}"
end
u.host = 'other.org'
u.query = URI.encode_www_form(q: 'a b', r: ['1', '2'])
puts u.to_s, u.select(:host, :path).inspect, u.component.inspect

['http://[::1', 'http://exa mple.com', 'http://a.com:port/', ':::', '%'].each do |bad|
  URI.parse(bad)
  puts "#{bad} parsed"
rescue URI::InvalidURIError => e
  puts "#{e.class}: #{e.message}"
end
begin
  u.scheme = '1x'
rescue URI::InvalidComponentError => e
  puts e.message
end
p URI::HTTP.build(host: 'example.com', path: '/p', query: 'a=1').to_s, URI::HTTPS.build(host: 'h', port: 444).to_s
begin
  URI::HTTP.build(host: 'example.com', path: 'no-slash')
rescue URI::InvalidComponentError => e
  puts e.message
end
p URI.scheme_list.keys.sort, URI('mailto:a@b.org').to, URI('mailto:a@b.org?cc=c@d.e').headers
