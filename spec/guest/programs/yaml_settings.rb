# frozen_string_literal: true

# Settings of an application: defaults, an environment's own, checks of types, and what is written back.
require "yaml"

TEXT = <<~YAML
  # Defaults for all environments
  default: &default
    host: localhost
    port: 5432
    pool: {min: 1, max: 5}
    timeout: 2.5
    ssl: off
    tags: [web, "db", 'cache']
    motd: |
      Welcome!
        Indented.
    note: >-
      one line
      and more of it
    secret: ~

  development:
    <<: *default
    verbose: yes

  production:
    <<: *default
    host: db.example.org
    port: 0x1538
    ssl: true
    pool: {min: 5, max: 50}
    limits: {files: 1_000, mask: 0644, ratio: 1.5e+3, huge: 123456789012345678901}
YAML

settings = YAML.load(TEXT, aliases: true)
settings.each { |name, values| puts "#{name}: #{values.map { |key, value| "#{key}=#{value.inspect}" }.join(" ")}" }
production = settings.fetch("production")
p production.dig("pool", "max"), production["limits"], production.keys
p settings["default"]["pool"].equal?(settings["development"]["pool"])

CHECKS = { "host" => String, "port" => Integer, "timeout" => Numeric, "ssl" => [true, false], "tags" => Array }.freeze
wrong = ->(values) { CHECKS.reject { |key, kinds| Array(kinds).any? { |kind| kind === values[key] } }.keys }
p wrong[production], wrong[production.merge("port" => "80", "tags" => nil)]

symbols = YAML.load(TEXT, aliases: true, symbolize_names: true)
p symbols[:production][:pool], symbols.dig(:default, :tags)
frozen = YAML.load("a: [x, {b: y}]", freeze: true)
p frozen.frozen?, frozen["a"].frozen?, frozen["a"][1]["b"].frozen?, (frozen["a"] << 1 rescue $!.class)

puts YAML.dump(production.except("motd", "note"))
puts production.slice("host", "pool", "motd", "note", "secret").to_yaml(indentation: 4)
begin
  YAML.load(TEXT)
rescue Psych::BadAlias => e
  puts "refused: #{e.class.ancestors.include?(Psych::BadAlias)}"
end
p YAML.load(""), YAML.load("", fallback: {}), YAML.load("--- \n"), YAML.safe_load("# nothing\n", fallback: :none)
p YAML.load(production.to_yaml) == production
