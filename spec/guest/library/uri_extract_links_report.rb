require 'uri'

TEXT = <<~TXT
  See https://ruby-lang.org/en/, http://example.com:8080/a?b=c#d (or ftp://files.example.org/x.zip).
  Write to mailto:help@example.com; plain www.example.net is not found. Also http://[::1]:3000/ and
  https://ruby-lang.org/en/downloads/ - twice: https://ruby-lang.org/en/.
TXT

found = URI::DEFAULT_PARSER.extract(TEXT)
puts found
p URI::DEFAULT_PARSER.extract(TEXT, %w[mailto ftp])

hosts = found.filter_map do |text|
  uri = URI.parse(text.sub(/[.,;)]+\z/, ''))
  [uri.host, uri] if uri.host
rescue URI::InvalidURIError => e
  puts "ignored: #{e.message}"
end

hosts.group_by(&:first).transform_values { |l| l.map { |_, u| u.request_uri rescue u.path } }.each do |host, paths|
  puts "#{host}: #{paths.tally.map { |path, n| n > 1 ? "#{path} x#{n}" : path }.join(', ')}"
end

pattern = URI::DEFAULT_PARSER.make_regexp(%w[http https])
p TEXT.scan(pattern).size, TEXT[pattern], 'nothing here'.match?(pattern)
p 'http://example.com/ok' =~ /\A#{pattern}\z/, 'xhttp://a.b' =~ /\A#{pattern}\z/
html = 'go to http://example.com/?a=1 now'.gsub(URI::DEFAULT_PARSER.make_regexp('http')) { |m| %(<a href="#{m}">#{URI(m).host}</a>) }
puts html

p URI.split('http://u@h:1/p?q#f'), URI.split('http://h/')
p URI::DEFAULT_PARSER.escape('a b/é?'), URI::DEFAULT_PARSER.unescape('a%20b')
ip = URI('http://[::1]:3000/')
p ip.host, ip.hostname, ip.port, ip.authority
p found.map { |f| URI(f.delete_suffix(').')) rescue nil }.compact.map(&:class).tally
