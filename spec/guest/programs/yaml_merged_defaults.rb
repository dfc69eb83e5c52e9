# frozen_string_literal: true

# Settings in layers: deep merges, paths with dots, environment variables in texts, and what differs between two files.
require "yaml"

BASE = <<~YAML
  app:
    name: shop
    features: {search: true, beta: false, limits: {rate: 10, burst: 20}}
    servers:
      - name: a
        weight: 1
      - name: b
        weight: 2
  log: {level: info, file: "${LOG_DIR}/app.log"}
YAML
LOCAL = <<~YAML
  app:
    features:
      beta: true
      limits: {burst: 50}
    servers:
      - {name: c, weight: 3}
  log:
    level: debug
  extra: !!str 42
YAML

class Hash
  def deep_merge(other)
    merge(other) { |_, mine, theirs| mine.is_a?(Hash) && theirs.is_a?(Hash) ? mine.deep_merge(theirs) : theirs }
  end

  def paths(prefix = nil)
    flat_map do |key, value|
      path = [prefix, key].compact.join(".")
      value.is_a?(Hash) && value.any? ? value.paths(path) : [[path, value]]
    end
  end
end

variables = { "LOG_DIR" => "/var/log" }
expand = ->(text) { text.gsub(/\$\{(\w+)\}/) { variables.fetch(Regexp.last_match[1]) } }
base, local = [BASE, LOCAL].map { |text| YAML.safe_load(expand[text]) }
merged = base.deep_merge(local)
puts merged.to_yaml
merged.paths.each { |path, value| puts "#{path} = #{value.inspect}" }

before = base.paths.to_h
after = merged.paths.to_h
(before.keys | after.keys).each do |path|
  next if before[path] == after[path]

  puts "#{before.key?(path) ? "changed" : "added"} #{path}: #{before[path].inspect} -> #{after[path].inspect}"
end

merges = <<~YAML
  a: &a {x: 1, y: 2}
  b: &b {y: 3, z: 4}
  one: {<<: *a, y: 9}
  two: {<<: [*a, *b], w: 0}
  three:
    k: v
    <<: *b
    <<: {q: 7}
  text: {"<<": no hash}
YAML
YAML.unsafe_load(merges).each { |key, value| puts "#{key}: #{value.inspect}" }

shared = { "retries" => 3, "backoff" => [1, 2, 4] }
text = YAML.dump("first" => shared, "second" => shared, "list" => shared["backoff"])
puts text
again = YAML.load(text, aliases: true)
p again["first"].equal?(again["second"]), again["list"].equal?(again["first"]["backoff"]), again.to_yaml == text
