# Needs Ruby 3.3: its standard library
require 'uri'

p URI.encode_www_form([['q', 'ruby & rails'], ['lang', 'en'], ['empty', ''], ['flag', nil], ['sym', :x], ['n', 1.5]])
p URI.encode_www_form('a' => %w[1 2], 'b' => nil, 'c' => [])
p URI.decode_www_form('a=1&a=2&b=%20x+y&c&d=%C3%A9=')
p URI.decode_www_form('a=1;b=2'), URI.decode_www_form('')
p URI.encode_www_form_component('a b+c/é~*-._'), URI.decode_www_form_component('a+b%2Bc')
p URI.encode_uri_component('a b+c/é~*'), URI.decode_uri_component('a+b%20c')
begin
  URI.decode_www_form_component('%zz')
rescue ArgumentError => e
  puts e.message
end

def parse_nested(query)
  URI.decode_www_form(query).each_with_object({}) do |(key, value), out|
    path = [key[/\A[^\[]+/], *key.scan(/\[([^\]]*)\]/).flatten]
    target = path[0..-2].each_cons(1).with_index.inject(out) do |h, ((k), i)|
      h[k] ||= path[i + 1] == '' ? [] : {}
    end
    last = path.last
    last == '' ? target << value : target[last] = value
  end
end

p parse_nested('user[name]=Ann&user[tags][]=a&user[tags][]=b%26c&page=2&user[address][city]=Bern')

class Url
  def initialize(text) = @uri = URI(text)

  def with(**changes)
    params = URI.decode_www_form(@uri.query.to_s).to_h
    changes.each { |k, v| v.nil? ? params.delete(k.to_s) : params[k.to_s] = v }
    copy = @uri.dup
    copy.query = params.empty? ? nil : URI.encode_www_form(params)
    copy.to_s
  end
end

list = Url.new('https://shop.test/list?page=3&sort=price%20asc')
puts list.with(page: 4), list.with(page: nil, sort: nil), list.with(q: 'é & co'), list.with
p URI.encode_www_form_component("\u20AC5", Encoding::UTF_8), URI.decode_www_form_component('caf%E9', Encoding::ISO_8859_1).encode('UTF-8')
p URI.decode_www_form('x=%E2%82%AC').dig(0, 1).length
