# frozen_string_literal: true

# Fixtures: records with references among them, dates as text, generated rows, and a check of what they refer to.
require "yaml"

USERS = <<~YAML
  ann:
    id: 1
    name: Ann Öberg
    email: ann@example.org
    admin: true
    created: "2024-05-01"
    roles:
    - editor
    - owner
  bob:
    id: 2
    name: "Bob \\"the\\" Builder"
    email: bob@example.org
    admin: false
    created: "2024-06-15"
    roles: []
YAML
POSTS = <<~YAML
  - {id: 10, user: ann, title: 'It''s on: part 1', body: "Line one\\nLine two\\t(tab)", score: 4.5}
  - id: 11
    user: bob
    title: "#hash & *star"
    body: |+
      Kept newline

    score: -1
  - id: 12
    user: eve
    title: 'null'
    body:
    score: .5
YAML

User = Struct.new(:id, :name, :email, :admin, :created, :roles, keyword_init: true)
users = YAML.load(USERS, symbolize_names: true).transform_values { |row| User.new(**row) }
users.each { |key, user| puts "#{key}: #{user.to_a.inspect}" }
posts = YAML.load(POSTS)
posts.each { |post| p post }
missing = posts.reject { |post| users.key?(post["user"].to_sym) }
puts "unknown users: #{missing.map { |post| post.values_at("id", "user").join(" ") }.join(", ")}"

rows = (1..3).flat_map { |i| %w[a b].map { |letter| { "id" => "#{letter}#{i}", "rank" => i, "ratio" => i / 4.0 } } }
text = YAML.dump(rows)
puts text
p YAML.load(text) == rows, text.lines.size
puts YAML.dump(posts)
p YAML.load(YAML.dump(posts)) == posts
puts users.transform_keys(&:to_s).transform_values { |user| user.to_h.transform_keys(&:to_s) }.to_yaml
odd = ["yes", "no", "on", "y", "n", "null", "~", "", " ", "1", "1.0", "1e3", "0x1f", "0o7", "08", ":a", "- a", "a: b",
       "a #b", "#", "@x", "%", "!", "&", "*", "|", "a\nb", "a\n", "\ta", "é", "it's", "\"", "<<", "=", "1:30", "1_000",
       "2024-01-01 10:00:00", "...", "---", "x" * 90]
puts YAML.dump(odd)
p YAML.load(YAML.dump(odd)) == odd, YAML.load(YAML.dump(odd.to_h { |word| [word, word.to_sym] })) == odd.to_h { |word| [word, word.to_sym] }
