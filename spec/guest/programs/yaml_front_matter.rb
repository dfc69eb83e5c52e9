# frozen_string_literal: true

# Front matter of pages: what stands between two lines of dashes is YAML, the rest is the page.
require "yaml"

PAGES = {
  "index.md" => <<~PAGE,
    ---
    title: Welcome
    tags: [home, news]
    draft: false
    weight: 10
    ---
    # Hello

    --- is no end here.
  PAGE
  "post.md" => <<~PAGE,
    ---
    title: "A post: with a colon"
    date: 2024-03-01 12:30:00 +02:00
    summary: >
      Folded text that
      goes on.

      New paragraph.
    author:
      name: Zoë
      links:
        - https://example.org/?a=b#c
        - mailto:zoe@example.org
    ---

    Body.
  PAGE
  "plain.md" => "No front matter\n",
  "broken.md" => "---\ntitle: [unclosed\n---\nBody\n",
  "empty.md" => "---\n---\nBody\n"
}.freeze
MATTER = /\A---\s*\n(.*?)^---\s*$\n?/m

def split(text)
  found = text.match(MATTER) or return [{}, text]
  data = YAML.safe_load(found[1], permitted_classes: [Time], fallback: {})
  [data || {}, found.post_match]
end

pages = PAGES.each_with_object({}) do |(name, text), all|
  data, body = split(text)
  all[name] = data
  puts "#{name}: #{data.except("date").inspect} #{body.lstrip.lines.first.inspect}"
rescue Psych::SyntaxError => e
  puts "#{name}: line #{e.line}, column #{e.column}: #{e.problem} #{e.context}"
end
date = pages["post.md"]["date"]
p date.class, date.utc.strftime("%F %T"), date.year
begin
  YAML.safe_load("date: 2024-03-01 12:30:00 Z")
rescue Psych::DisallowedClass => e
  puts e.message
end

weights = pages.map { |name, data| [data.fetch("weight", 99), name] }.sort
p weights
index = Hash.new { |hash, key| hash[key] = [] }
pages.each { |name, data| Array(data["tags"]).each { |tag| index[tag] << name } }
puts index.to_yaml

write = ->(data, body) { "#{data.to_yaml}---\n#{body}" }
page = write.call(pages["index.md"].merge("title" => "Changed: yes", "draft" => true, "extra" => { "a" => [1, 2] }), "Body\n")
puts page
p split(page)
