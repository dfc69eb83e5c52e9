# frozen_string_literal: true

# Needs Ruby 3.3: errors of aliases have classes of their own since Psych 5, and the words with them
# What is refused, and with what words: texts that are no YAML, classes that are not permitted, aliases.
require "yaml"

def told
  p yield
rescue Psych::SyntaxError => e
  puts e.message, [e.file, e.line, e.column, e.offset, e.problem, e.context].inspect
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

["a: b: c", "a:\n\t- b", "[1, 2", "{a: 1", "\"open", "'open", "a: *nothing", "*b", "&a", "%YAML 3.0\n--- a", "%TAG ! x\n%TAG ! y\n--- a",
 "--- a\nb: c", "- a\nb", "a: |x\n b", "!<a", "!x!y z", "\"\\q\"", "\"\\xZZ\"", "\"\\", "[!a,b]", "key: [a, b]]", "? a\n: b\n c: d", "a: @b", "`x`",
 "a: 'b' c", "a\0b", "x: \xff", "---\n---\n...\n...", "- - - a\n - b", "{a, b: c, [d]: e}", "a:\n  b\n c: d", "- |\n a\n  b\n\tc", "a: >2-\n    b\n   c",
 "!!int 12", "!!float 1", "!!str 12", "!!bool yes", "!!null x", "!!binary aGk=", "!!set {a, b}", "!!omap [a: 1]", "! 12", "--- !x\na: 1"].each do |text|
  print text.inspect, " => "
  told { YAML.load(text, aliases: true) }
end
told { YAML.load("a: [", filename: "settings.yml") }
told { YAML.load_stream("--- a\n--- [") }

Point = Struct.new(:x, :y)
class Secret
  def initialize = @key = "k"
end
told { YAML.load("--- !ruby/object:Secret\nkey: 1") }
told { YAML.load("--- !ruby/object:Nowhere {}", permitted_classes: ["Nowhere"]) }
told { YAML.load("--- !ruby/struct:Point {x: 1, y: 2}") }
told { YAML.load("--- !ruby/struct:Point {x: 1, y: 2}", permitted_classes: [Point, Symbol]) }
told { YAML.load(":a") }
told { YAML.safe_load(":a") }
told { YAML.safe_load("[:a, :b]", permitted_classes: [Symbol], permitted_symbols: [:a]) }
told { YAML.safe_load("[:a, :a]", permitted_classes: [Symbol], permitted_symbols: [:a]) }
told { YAML.safe_load("{:a: 1}", symbolize_names: true) }
told { YAML.safe_load("&a [*a]") }
told { YAML.safe_load("&a [*a]", aliases: true).then { |list| list.first.equal?(list) } }
told { YAML.load("--- !ruby/regexp /a/i") }
told { YAML.load("--- !ruby/range 1..2", permitted_classes: [Range]) }
told { YAML.load("1..2") }
told { YAML.safe_dump([:a]) }
told { YAML.safe_dump([:a], permitted_symbols: [:a]) }
told { YAML.safe_dump(Point.new(1, 2)) }
told { list = [1]; YAML.safe_dump([list, list]) }
told { list = [1]; YAML.safe_dump([list, list], aliases: true) }
told { YAML.dump(Class.new) rescue raise($!.class, $!.message[/[^#]+/]) }
told { YAML.dump(Class.new.new) }
told { YAML.dump("a", line_width: -2) }
told { YAML.load(nil) }
told { YAML.load(12) }
told { YAML.load("[" * 50 + "]" * 50).flatten }
p Psych::SyntaxError.ancestors.first(3), Psych::AliasesNotEnabled.superclass, Psych::BadAlias.superclass, Psych::DisallowedClass.superclass
