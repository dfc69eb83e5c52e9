require 'base64'
require 'digest'
require 'json'

class Cookie
  Tampered = Class.new(StandardError)
  Expired = Class.new(StandardError)

  def initialize(secret)
    @secret = secret
  end

  def seal(data, expires:)
    body = Base64.urlsafe_encode64(JSON.generate(data.merge('exp' => expires)), padding: false)
    "#{body}.#{sign(body)}"
  end

  def open(cookie, now:)
    body, signature = cookie.split('.', 2)
    raise Tampered, 'signature missing' unless signature
    raise Tampered, 'signature does not match' unless same?(sign(body), signature)

    data = JSON.parse(Base64.urlsafe_decode64(body))
    raise Expired, "expired #{now - data['exp']}s ago" if data['exp'] < now

    data.except('exp')
  end

  private

  def sign(text) = Digest::SHA256.base64digest("#{@secret}|#{text}|#{@secret}").tr('+/', '-_').delete('=')

  def same?(a, b)
    return false unless a.bytesize == b.bytesize

    a.bytes.zip(b.bytes).reduce(0) { |acc, (x, y)| acc | (x ^ y) }.zero?
  end
end

jar = Cookie.new('s3cret')
cookie = jar.seal({ 'user' => 7, 'roles' => %w[admin editor] }, expires: 1_000)
puts cookie
p jar.open(cookie, now: 999)

forged = Base64.urlsafe_encode64('{"user":1,"exp":9999}', padding: false)
{
  expired: [cookie, 1_060], no_signature: [cookie.split('.').first, 0],
  forged: ["#{forged}.#{cookie.split('.').last}", 0], truncated: [cookie[0..-2], 0]
}.each do |label, (value, now)|
  jar.open(value, now:)
rescue Cookie::Tampered, Cookie::Expired => e
  puts "#{label}: #{e.class.name} #{e.message}"
end

p Cookie.new('other').open(cookie, now: 0) rescue puts "other secret: #{$!.message}"
p cookie.count('.'), cookie.match?(/\A[\w\-.]+\z/)
