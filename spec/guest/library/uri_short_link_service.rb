require 'uri'
require 'digest'

class Shortener
  ALPHABET = [*'0'..'9', *'a'..'z', *'A'..'Z'].join.freeze
  Rejected = Class.new(ArgumentError)

  attr_reader :links

  def initialize(base)
    @base = URI(base)
    @links = {}
    @hits = Hash.new(0)
  end

  def shorten(text)
    uri = URI.parse(text)
    raise Rejected, "only http and https, got #{uri.scheme || 'nothing'}" unless %w[http https].include?(uri.scheme)
    raise Rejected, 'refusing to shorten own links' if uri.host == @base.host
    raise Rejected, 'credentials in the link' if uri.userinfo

    code = encode(Digest::SHA256.hexdigest(uri.normalize.to_s)[0, 8].to_i(16))
    @links[code] = uri.normalize
    URI.join(@base.to_s, code).to_s
  rescue URI::InvalidURIError
    raise Rejected, 'not a valid address'
  end

  def resolve(short)
    code = URI(short).path.delete_prefix('/')
    @links.fetch(code).tap { @hits[code] += 1 }
  end

  def report = @hits.sort_by { |c, n| [-n, c] }.map { |c, n| "#{c} #{n} #{@links[c].host}" }

  private

  def encode(number)
    digits = number.digits(62).reverse
    digits.map { |d| ALPHABET[d] }.join
  end
end

service = Shortener.new('https://s.example/')
urls = %w[http://Example.com http://example.com/ https://ruby-lang.org/en/?x=1 ftp://a.b/c https://s.example/abc http://me:pw@x.org example.com http://a\ b]
short = urls.filter_map do |u|
  service.shorten(u).tap { |s| puts "#{u} => #{s}" }
rescue Shortener::Rejected => e
  puts "#{u} => #{e.message}"
  nil
end

p short.uniq.size
short.each { |s| puts service.resolve(s) }
begin
  service.resolve('https://s.example/zzzz')
rescue KeyError => e
  puts e.message
end
puts service.report
p service.links.values
