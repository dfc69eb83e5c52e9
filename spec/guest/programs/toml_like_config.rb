# frozen_string_literal: true

# A TOML-like reader, a YAML-like writer, environment expansion, layering and typed access.
class Toml
  class Error < StandardError; end
  VALUE = {
    /\G"""\n?(.*?)"""/m => ->(m) { unescape(m[1]) }, /\G"((?:[^"\\\n]|\\.)*)"/ => ->(m) { unescape(m[1]) }, /\G'([^'\n]*)'/ => ->(m) { m[1] },
    /\G(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?Z?/ => ->(m) { Time.utc(*m[1].split("-").map(&:to_i), *m[2].split(":").map(&:to_i)) },
    /\G0x([\h_]+)/ => ->(m) { m[1].delete("_").hex }, /\G0b([01_]+)/ => ->(m) { m[1].delete("_").to_i(2) }, /\G[-+]?\d[\d_]*(?:\.\d[\d_]*)?(?:e[-+]?\d+)?/i => ->(m) { (t = m[0].delete("_")).match?(/[.e]/i) ? t.to_f : t.to_i },
    /\G(true|false)\b/ => ->(m) { m[1] == "true" }, /\G([-+]?)inf/ => ->(m) { m[1] == "-" ? -Float::INFINITY : Float::INFINITY }
  }.freeze
  ESCAPES = { "n" => "\n", "t" => "\t", '"' => '"', "\\" => "\\", "e" => "\e" }.freeze

  def self.unescape(s) = s.gsub(/\\(?:u(\h{4})|(.))/m) { $1 ? [$1.hex].pack("U") : $2 == "\n" ? "" : ESCAPES.fetch($2) { |c| raise Error, "bad escape \\#{c}" } }
  def self.parse(text) = new(text).document

  attr_reader :document

  def initialize(text)
    @text, @at, @document = text, 0, {}
    table = @document
    until skip(/(?:\s|#.*)*/) && @at == @text.size
      if skip(/\[\[/) then table = open(keys, array: true).tap { need(/\]\]/) }
      elsif skip(/\[/) then table = open(keys).tap { need(/\]/) }
      else
        *path, key = keys
        need(/[ \t]*=[ \t]*/)
        target = path.inject(table) { |t, k| t[k] ||= {} }
        fail!("duplicate key #{key}") if target.key?(key)
        target[key] = value
        need(/[ \t]*(?:#.*)?(?:\n|\z)/)
      end
    end
  end

  private

  def skip(re) = (m = @text.match(/\G(?:#{re.source})/, @at)) && (@at = m.end(0); m)
  def need(re) = skip(re) || fail!("expected #{re.source}")
  def fail!(message) = raise(Error, "line #{@text[0...@at].count("\n") + 1}: #{message}")

  def keys
    list = []
    loop do
      m = need(/[ \t]*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*/)
      list << m.captures.compact.first
      break list unless skip(/\./)
    end
  end

  def open(path, array: false)
    *rest, last = path
    parent = rest.inject(@document) { |t, k| (t[k] ||= {}).then { |n| n.is_a?(Array) ? n.last : n } }
    array ? {}.tap { |t| (parent[last] ||= []) << t } : parent[last] ||= {}
  end

  def value
    if skip(/\[\s*/)
      [].tap { |list| (list << value; skip(/(?:\s|#.*)*,?(?:\s|#.*)*/)) until skip(/\]/) }
    elsif skip(/\{\s*/)
      {}.tap { |h| (k = keys; need(/=\s*/); h[k.join(".")] = value; skip(/\s*,?\s*/)) until skip(/\}/) }
    else
      VALUE.each { |re, convert| (m = @text.match(re, @at)) and (@at = m.end(0); return Toml.instance_exec(m, &convert)) }
      fail!("bad value #{@text[@at..][/\A\S*/].inspect}")
    end
  end
end

config = Toml.parse(<<~'TOML')
  title = "TOML \"example\" \u00e9" # comment
  [owner]
  name = 'C:\path'
  born = 1979-05-27T07:32:00Z
  bio = """
  line one
  line two \
  joined"""
  [database]
  ports = [ 8000, 8_001,
            0xFF, # hex
            0b101 ]
  limits.cpu = 1.5e2
  limits."max mem" = -inf
  enabled = true
  [servers.alpha]
  ip = "10.0.0.1"
  meta = { role = "front end", tags = ["a", "b"] }
  [[products]]
  name = "Hammer"
  [[products]]
  name = "Nail"
  color = "gray"
TOML
def dump(value, indent = 0)
  pad = "  " * indent
  case value
  when Hash then value.map { |k, v| nested?(v) ? "#{pad}#{k}:\n#{dump(v, indent + (v.is_a?(Array) ? 0 : 1))}" : "#{pad}#{k}: #{scalar(v)}" }.join("\n")
  when Array then value.map { |v| nested?(v) ? "#{pad}- #{dump(v, indent + 1).lstrip}" : "#{pad}- #{scalar(v)}" }.join("\n")
  else pad + scalar(value)
  end
end
def nested?(v) = (v.is_a?(Hash) || v.is_a?(Array)) && !v.empty?
def scalar(v)
  case v
  when String then v.include?("\n") ? "|\n#{v.gsub(/^/, '      ')}" : v.match?(/\A[\w .\/é-]*\z/) && !v.empty? ? v : v.inspect
  when Time then v.strftime("%Y-%m-%dT%H:%M:%SZ")
  when nil then "~"
  else v.to_s
  end
end
puts dump(config)
["a = ", "a = 1\na = 2", "x = \"\\q\"", "[open\n", "a = 1 2", "= 3"].each do |bad|
  Toml.parse(bad)
  puts "#{bad.inspect} parsed"
rescue Toml::Error => e
  puts "#{bad.inspect}: #{e.message}"
end
env = { "HOME" => "/home/ann", "PORT" => "80" }
expand = ->(s) { s.gsub(/\$(?:(\w+)|\{(\w+)(?::-([^}]*))?\})/) { env.fetch($1 || $2) { $3 || raise(KeyError, "unset #{$1 || $2}") } } }
puts expand["$HOME/bin:${PORT}:${NAME:-nobody}"], (expand["$NOPE"] rescue $!.message), expand["no vars 100$"]
layers = [{ a: { x: 1, y: 2 }, list: [1] }, { a: { y: 3 } }, { a: { z: nil }, list: [2], b: "t" }]
deep = ->(l, r) { l.merge(r) { |_, u, v| [u, v].all?(Hash) ? deep[u, v] : v } }
merged = layers.reduce(&deep)
puts merged.map { |k, v| "#{k}=#{v.is_a?(Hash) ? v.to_a.flatten.inspect : v.inspect}" }.join(" ")
class Settings < BasicObject
  def initialize(data) = @data = data
  def method_missing(name, *)
    key = name.to_s.chomp("?")
    value = @data.fetch(key.to_sym) { @data.fetch(key) { return name.end_with?("?") ? false : ::Kernel.raise(::KeyError, "no setting #{key}") } }
    name.end_with?("?") ? !!value : value.is_a?(::Hash) ? ::Settings.new(value) : value
  end
  def respond_to_missing?(*) = true
end
s = Settings.new(config)
puts s.database.enabled?, s.servers.alpha.ip, s.nothing?, s.owner.name, s.database.limits.cpu, (s.database.nope rescue $!.message), s.products.size
