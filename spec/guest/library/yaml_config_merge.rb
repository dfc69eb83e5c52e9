require 'yaml'

DEFAULTS = YAML.load(<<~YAML)
  app:
    name: demo
    debug: false
    ports: [80, 443]
  db: &db
    host: localhost
    pool: 5
    timeout: 2.5
YAML

OVERRIDE = <<~YAML
  app:
    debug: yes
    ports:
      - 8080
    motto: |
      line one
      line two
    folded: >-
      several words
      on two lines
  db:
    pool: ~
    password: "p@ss: #1"
YAML

def deep_merge(a, b)
  a.merge(b) { |_, x, y| x.is_a?(Hash) && y.is_a?(Hash) ? deep_merge(x, y) : y }
end

config = deep_merge(DEFAULTS, YAML.safe_load(OVERRIDE))
puts config.to_yaml
p config

puts
puts YAML.dump({ sym: :value, 'nil' => nil, list: [1, 2.0, true, 'yes', '3', '', 'a: b', "multi\nline"], empty: {}, none: [] })
p YAML.load(config.to_yaml) == config
p YAML.load('--- foo'), YAML.load(''), YAML.load('- 1_000'), YAML.load('[0x1f, 0o17, 1e3, .inf, 017]')
p YAML.load("a: 1\nb: on", symbolize_names: true)

["a: [1, 2", "a: b: c", "\tx: 1", "- 'open"].each do |bad|
  YAML.load(bad)
rescue Psych::SyntaxError => e
  puts "#{bad.inspect}: line #{e.line}, column #{e.column}: #{e.problem}"
end
