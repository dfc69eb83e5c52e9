# frozen_string_literal: true

# Translations: tables by language, plurals, placeholders, fallbacks, missing keys, and the tables written anew.
require "yaml"

TABLES = [<<~EN, <<~DE, <<~JA].freeze
  en:
    greeting: "Hello, %{name}!"
    cart:
      zero: "Your cart is empty"
      one: "One item"
      other: "%{count} items"
    errors: {blank: can't be blank, short: 'is too short (minimum: %{min})'}
    "no": "No"
    footer: "© 2024 – all rights reserved"
EN
  de:
    greeting: "Hallo, %{name}!"
    cart:
      zero: Ihr Warenkorb ist leer
      one: Ein Stück
      other: "%{count} Stücke"
    "no": Nein
DE
  ja:
    greeting: こんにちは、%{name}さん!
    cart: {other: "%{count}個"}
    emoji: "\\U0001F600 \\u2603"
JA

class Translations
  def initialize(texts) = @tables = texts.map { |text| YAML.load(text) }.inject(:merge)

  def call(language, key, **values)
    found = find(language, key, values[:count])
    found ? format(found, values) : "[#{language}.#{key}]"
  rescue KeyError => e
    "#{found} (#{e.message})"
  end

  def missing(language, base = "en")
    (keys(@tables[base]) - keys(@tables[language])).sort
  end

  def to_yaml(...) = @tables.to_yaml(...)
  attr_reader :tables

  private

  def find(language, key, count)
    [language, "en"].each do |name|
      found = @tables[name].dig(*key.split("."))
      found = found[plural(count)] || found["other"] if found.is_a?(Hash)
      return found if found
    end
    nil
  end

  def plural(count) = { 0 => "zero", 1 => "one" }.fetch(count, "other")

  def keys(table, prefix = nil)
    table.flat_map { |key, value| value.is_a?(Hash) ? keys(value, "#{prefix}#{key}.") : "#{prefix}#{key}" }
  end
end

t = Translations.new(TABLES)
%w[en de ja].each do |language|
  puts t.(language, "greeting", name: "Zoë"), [0, 1, 5].map { |count| t.(language, "cart", count: count) }.join(" | ")
  puts t.(language, "errors.short", min: 3), t.(language, "no"), t.(language, "nothing"), t.missing(language).inspect
end
p t.tables["ja"]["emoji"], t.tables["en"].keys
puts t.to_yaml
puts t.to_yaml(line_width: -1) == t.to_yaml, YAML.load(t.to_yaml) == t.tables
puts YAML.dump("snow" => "☃", "emoji" => "😀", "nbsp" => "a\u00a0b", "bom" => "\ufeffx", "bytes" => "\xff\x00".b, "esc" => "\e[0m")
long = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna."
[80, 20, -1].each { |width| puts YAML.dump({ "text" => long, "quoted" => "#{long}: #" }, line_width: width) }
p YAML.load(YAML.dump({ "text" => long }, line_width: 20))["text"] == long
