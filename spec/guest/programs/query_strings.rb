# frozen_string_literal: true

module Query
  UNRESERVED = /[^A-Za-z0-9\-._~]/n
  module_function

  def escape(value) = value.to_s.b.gsub(UNRESERVED) { |c| c == " " ? "+" : format("%%%02X", c.ord) }.force_encoding("UTF-8")
  def unescape(text) = text.tr("+", " ").b.gsub(/%(\h\h)/) { [$1].pack("H2") }.force_encoding(Encoding::UTF_8)

  def parse(string)
    string.delete_prefix("?").split(/[&;]/).reject(&:empty?).each_with_object({}) do |pair, params|
      name, value = pair.split("=", 2).map { |part| unescape(part) }
      keys = name.scan(/[^\[\]]+|\[\]/)
      store(params, keys, value)
    end
  end

  def store(node, keys, value)
    key, *rest = keys
    case rest
    in [] then node[key] = value
    in ["[]"] then (node[key] ||= []) << value
    else store(node[key] ||= {}, rest, value)
    end
  end

  def build(value, prefix = nil)
    case value
    when Hash then value.flat_map { |k, v| build(v, prefix ? "#{prefix}[#{k}]" : k.to_s) }
    when Array then value.flat_map { |v| build(v, "#{prefix}[]") }
    when nil then [escape(prefix)]
    else ["#{escape(prefix)}=#{escape(value)}"]
    end.then { |parts| prefix ? parts : parts.join("&") }
  end
end

def flat(value, path = [])
  return [[path.join("."), value]] unless value.is_a?(Enumerable)

  pairs = value.is_a?(Hash) ? value.to_a : value.each_with_index.map { |v, i| [i, v] }
  pairs.flat_map { |k, v| flat(v, path + [k]) }
end

flat(Query.parse("?a=1&b=two+words&c[]=x&c[]=y&d[e][f]=deep&d[e][g]=%C3%BC%E2%82%AC&flag&h=a%3Db")).each { |k, v| puts "#{k} -> #{v.inspect}" }
puts Query.build({ q: "fish & chips", tags: %w[a b/c], user: { name: "Jörg", zip: nil, ids: [1, 2] } })
puts Query.escape("100% ~sure_thing! €"), Query.unescape("100%25+%E2%82%AC")
original = { "x" => "1 2", "list" => ["é", "&"], "n" => { "m" => "=" } }
p Query.parse(Query.build(original)) == original

Url = Struct.new(:scheme, :host, :port, :path, :query, :fragment) do
  def self.parse(text)
    m = %r{\A(?:(?<scheme>[a-z][a-z0-9+.-]*)://)?(?<host>[^/:?#]*)(?::(?<port>\d+))?(?<path>/[^?#]*)?(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?\z}i.match(text)
    new(*m.values_at(:scheme, :host, :port, :path, :query, :fragment)) if m
  end

  def port = self[:port]&.to_i || { "http" => 80, "https" => 443 }[scheme]
  def to_s = [scheme && "#{scheme}://", host, self[:port] && ":#{self[:port]}", path, query && "?#{query}", fragment && "##{fragment}"].join
end
%w[https://example.com/a/b?x=1#top http://localhost:3000 ftp://host/file example.org/path?q].each do |text|
  url = Url.parse(text)
  puts [url.scheme.inspect, url.host, url.port.inspect, url.path.inspect, url.query.inspect, url.fragment.inspect].join(" | ")
  puts "  round trip #{url.to_s == text}"
end
segments = "/a/./b/../../c//d/".split("/").each_with_object([]) do |part, stack|
  case part
  when "", "." then next
  when ".." then stack.pop
  else stack.push(part)
  end
end
puts "/#{segments.join('/')}"
