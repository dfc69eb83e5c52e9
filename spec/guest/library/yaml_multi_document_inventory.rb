require 'yaml'
require 'stringio'

STREAM = <<~YAML
  ---
  kind: host
  name: web1
  labels: {env: prod, tier: front}
  ---
  kind: host
  name: db1
  labels: {env: prod}
  disks:
  - [sda, 500]
  - [sdb, 2000]
  ---
  kind: service
  name: shop
  hosts: [web1, db1, cache9]
  ...
YAML

docs = YAML.load_stream(STREAM)
puts "#{docs.size} documents"
hosts, services = docs.partition { |d| d['kind'] == 'host' }
index = hosts.to_h { |h| [h['name'], h] }

services.each do |s|
  known, unknown = s['hosts'].partition { |n| index.key?(n) }
  puts "#{s['name']} runs on #{known.join(', ')}"
  unknown.each { |n| puts "  warning: #{n} is not declared" }
end

hosts.each do |h|
  size = h.fetch('disks', []).sum { |_, gb| gb }
  puts format('%-5s %5d GB  %s', h['name'], size, h['labels'].map { |k, v| "#{k}=#{v}" }.join(','))
end

select = ->(**labels) { hosts.select { |h| labels.all? { |k, v| h['labels'][k.to_s] == v } }.map { |h| h['name'] } }
p select.(env: 'prod'), select.(env: 'prod', tier: 'front'), select.(env: 'dev')

io = StringIO.new
YAML.dump(index.transform_values { |h| h['labels'] }, io)
puts io.string
puts YAML.dump_stream(*services.map { |s| s.slice('name', 'hosts') }, 'end')
p YAML.load(StringIO.new("a:\n- b\n- ? c\n"))
p YAML.load_stream('')
YAML.load_stream("--- x\n--- y\n") { |d| puts "got #{d}" }
begin
  YAML.load_stream("--- ok\n--- [broken\n")
rescue Psych::SyntaxError => e
  puts "#{e.class} at line #{e.line}"
end
