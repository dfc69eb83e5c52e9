require 'erb'
require 'yaml'

SETTINGS = YAML.load(<<~YAML)
  server:
    name: shop.example.com
    port: 8080
    locations:
      - path: /
        root: /srv/shop
      - path: /api
        proxy: http://10.0.0.5:9000
  features: [gzip, http2]
YAML

CONFIG = <<~'CONF'
  server {
      listen <%= server['port'] %><%= ' http2' if features.include?('http2') %>;
      server_name <%= server['name'] %>;
  <%- if features.include?('gzip') -%>
      gzip on;
  <%- end -%>
  <%- server['locations'].each do |loc| -%>

      location <%= loc['path'] %> {
          <%- if loc['root'] -%>
          root <%= loc['root'] %>;
          <%- else -%>
          proxy_pass <%= loc.fetch('proxy') %>;
          <%- end -%>
      }
  <%- end -%>
  }
CONF

template = ERB.new(CONFIG, trim_mode: '-')
puts template.result_with_hash(SETTINGS.transform_keys(&:to_sym))

SETTINGS['features'].clear
SETTINGS['server']['locations'] << { 'path' => '/broken' }
begin
  template.result_with_hash(server: SETTINGS['server'], features: SETTINGS['features'])
rescue KeyError => e
  puts "template error: #{e.message.sub(/=>|: /, ' is ')}"
end

class Host
  attr_reader :name
  def initialize(name) = @name = name
end
erb = ERB.new('host <%= @name %> (<%= name.upcase %>)')
erb.def_method(Host, 'render()', 'host.erb')
p Host.new('db1').render
Tagged = ERB.new('<%= @name %>/<%= @ip %>').def_class(Host, 'show()')
p Tagged.new('db2').show, Tagged.superclass
