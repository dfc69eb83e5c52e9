# Slugs, cases, truncation, initials, plural forms and other small text helpers.
module Inflect
  IRREGULAR = { "person" => "people", "child" => "children", "mouse" => "mice", "ox" => "oxen" }.freeze
  UNCOUNTABLE = %w[sheep fish rice].freeze
  RULES = [[/(quiz)\z/i, '\1zes'], [/(matr|vert)ix\z/i, '\1ices'], [/([^aeiou])y\z/i, '\1ies'], [/(x|ch|ss|sh)\z/i, '\1es'], [/(?:([^f])fe|([lr])f)\z/i, '\1\2ves'], [/s\z/i, "s"], [/\z/, "s"]].freeze

  def self.plural(word)
    return word if UNCOUNTABLE.include?(word)

    IRREGULAR.fetch(word) { RULES.each { |pattern, replacement| return word.sub(pattern, replacement) if word.match?(pattern) } }
  end

  def self.count(n, word) = "#{n} #{n == 1 ? word : plural(word)}"
  def self.ordinal(n) = "#{n}#{(11..13).cover?(n.abs % 100) ? 'th' : { 1 => 'st', 2 => 'nd', 3 => 'rd' }.fetch(n.abs % 10, 'th')}"
end

class String
  FOLD = { "ä" => "ae", "ö" => "oe", "ü" => "ue", "ß" => "ss", "é" => "e", "è" => "e", "ñ" => "n", "å" => "a", "ø" => "o", "ç" => "c", "&" => " and " }.freeze

  def slug(separator = "-") = downcase.gsub(Regexp.union(FOLD.keys), FOLD).gsub(/[^a-z0-9]+/, separator).gsub(/\A#{Regexp.escape(separator)}+|#{Regexp.escape(separator)}+\z/, "")
  def snake = gsub(/([A-Z\d]+)([A-Z][a-z])/, '\1_\2').gsub(/([a-z\d])([A-Z])/, '\1_\2').tr("- ", "_").downcase
  def camel(first = :upper) = split(/[_\s-]/).map.with_index { |part, i| i.zero? && first == :lower ? part : part[0].upcase + part[1..] }.join
  def kebab = snake.tr("_", "-")
  def title(small: %w[a an the of and in to]) = split.each_with_index.map { |w, i| i.positive? && small.include?(w.downcase) ? w.downcase : w.capitalize }.join(" ")
  def truncate(max, omission: "…", words: false) = size <= max ? dup : (words ? self[0, max - omission.size + 1].rpartition(/\s+/).first : self[0, max - omission.size]) + omission
  def initials = scan(/\b\p{L}/).join.upcase
  def squish = strip.gsub(/[[:space:]]+/, " ")
  def mask(keep: 4, with: "*") = gsub(/.(?=.{#{keep}})/, with)
  def indent(n) = gsub(/^(?!$)/, " " * n)
end

puts ["Hello, World!", "  Ünïcode & Größe -- 100%  ", "Crème brûlée à la carte", "snake_case_Here", "---", "C'est ça!"].map(&:slug).inspect, "A b C".slug("_"), "x.y.z".slug(".")
puts %w[HTMLParser userName parse2HTMLDocs already_snake ABC kebab-case-name].map { |w| [w.snake, w.camel, w.snake.camel(:lower), w.kebab].join(" ") }
puts "the lord of the rings AND the two towers".title, "o'neill and sons".title, "ßtraße".capitalize, "ÉCOLE".downcase.capitalize, "ǆ".upcase
puts "The quick brown fox jumps".truncate(12), "The quick brown fox jumps".truncate(12, words: true), "short".truncate(12), "exactly ten".truncate(11), "日本語のテキスト".truncate(5)
puts "ann-marie van der Berg".initials, "élodie östlund".initials, " a \t b\n\u00a0 c ".squish.inspect, "4111111111111111".mask, "abc".mask, "secret".mask(keep: 2, with: "•"), "a\n\nb".indent(2).inspect
puts %w[person box city boy wolf knife quiz matrix bus dish sheep cat day class].map { |w| Inflect.plural(w) }.join(" ")
puts [0, 1, 2].map { |n| Inflect.count(n, "child") }.join(", "), [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112, 123].map { |n| Inflect.ordinal(n) }.join(" ")
puts "hello world foo".split.map(&:capitalize).join.then { |s| s[0].downcase + s[1..] }, "a1b22c333".gsub(/\d+/) { |d| "<#{d.size}>" }, "john smith".gsub(/(?<first>\w+) (?<last>\w+)/, '\k<last>, \k<first>'), "path/to/file.tar.gz"[/[^\/.]+(?=\.)/], "x-y_z".tr("-_", "  "), "aabbcc".squeeze("a-b"), "hello".delete("l-o"), "hello world".count("lo"), "Hello".swapcase, "abc".each_char.to_a.rotate.join, "%s" % "abc".succ, "az".next, "Zz".succ, "a9".succ, "1.9".sum
puts "madam I'm Adam".downcase.gsub(/[^a-z]/, "").then { |s| s == s.reverse }, "listen".chars.sort == "silent".chars.sort, "hello world".each_char.chunk_while { |a, b| a != " " && b != " " }.map(&:join).inspect, "the rain in spain".scan(/\b\w*ain\b/).inspect
