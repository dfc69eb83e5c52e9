require 'digest/md5'
require 'digest/sha1'

def gravatar(email, size: 80, default: nil)
  hash = Digest::MD5.hexdigest(email.strip.downcase)
  query = { s: size, d: default }.compact.map { |k, v| "#{k}=#{v}" }.join('&')
  "https://www.gravatar.com/avatar/#{hash}?#{query}"
end

puts gravatar(' MyEmailAddress@example.com ')
puts gravatar('ann@example.org', size: 200, default: 'identicon')

class Cache
  Response = Struct.new(:status, :etag, :body) do
    def to_s = "#{status} #{etag} #{body.inspect}"
  end

  def initialize(pages) = @pages = pages

  def etag(body, weak: false) = "#{'W/' if weak}\"#{Digest::SHA1.hexdigest(body)[0, 10]}\""

  def get(path, if_none_match: nil)
    body = @pages.fetch(path) { return Response.new(404, nil, 'not found') }
    tag = etag(body, weak: path.end_with?('.html'))
    tags = if_none_match.to_s.split(/\s*,\s*/)
    tags.include?(tag) || tags == ['*'] ? Response.new(304, tag, '') : Response.new(200, tag, body)
  end
end

cache = Cache.new('/a.txt' => 'first', '/i.html' => '<p>hi</p>')
first = cache.get('/a.txt')
puts first
puts cache.get('/a.txt', if_none_match: first.etag)
puts cache.get('/a.txt', if_none_match: '"zzz", "yyy"')
puts cache.get('/i.html', if_none_match: "\"x\", #{cache.get('/i.html').etag}")
puts cache.get('/nope')
p cache.get('/a.txt', if_none_match: '*')

crc = ->(text) { text.each_byte.reduce(0) { |sum, b| (sum * 31 + b) & 0xffff } }
p crc['first'], crc['tsrif']
p Digest::MD5.hexdigest('first').scan(/../).first(4)
p Digest.hexencode("\x01\xAB"), Digest::MD5.new.hexdigest == Digest::MD5.hexdigest('')
p Digest::Base.instance_methods(false).include?(:update), Digest::MD5.superclass
begin
  Digest::MD5.new.update(42)
rescue TypeError => e
  puts e.message
end
