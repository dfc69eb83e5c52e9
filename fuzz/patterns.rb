# frozen_string_literal: true

# Searches by random patterns: groups, loops in loops, lookaround, atomic and possessive parts, references back.
module Patterns
  LETTERS = %w[a a b b c ab é x 1].freeze
  CLASSES = ["\\w", "\\d", "\\s", "\\W", ".", "[ab]", "[^a]", "[^\\n]", "[é-ü]", "\\h", "\\R", "\\X", "\\p{L}"].freeze
  ANCHORS = ["^", "$", "\\A", "\\z", "\\Z", "\\b", "\\B", "\\G"].freeze
  QUANTIFIERS = ["*", "*", "+", "+", "?", "*?", "+?", "??", "*+", "++", "?+", "{2}", "{1,3}", "{,2}", "{2,}",
                 "{3,12}", "{12,}", "{1,3}?", "{2,}?"].freeze
  OPENINGS = ["(?:", "(?:", "(", "(", "(?=", "(?!", "(?>"].freeze
  BEHIND = ["(?<=a)", "(?<!b)", "(?<=ab|b)", "(?<!\\w)"].freeze
  CHARACTERS = ["a", "a", "a", "b", "b", "c", "x", "1", " ", "\n", "é"].freeze

  class << self
    # An expression that is the positions of all groups, or nil.
    def line(random)
      @groups = 0
      source = alternatives(random, random.rand(1..3))
      "Regexp.new(#{source.inspect}, #{[0, 0, 1, 4][random.rand(4)]}).match(#{subject(random).inspect})" \
        "&.then { |m| Array.new(m.size) { |i| m.offset(i) } }"
    end

    private

    def pick(random, list) = list[random.rand(list.size)]

    # Short: CRuby before 3.2 may go through all ways.
    def subject(random)
      if random.rand(4).zero?
        return (pick(random,
                     %w[a ab aab b]) * random.rand(1..6)) + pick(random, ["", "c", "\n", "x"])
      end

      Array.new(random.rand(13)) { pick(random, CHARACTERS) }.join
    end

    def alternatives(random, depth)
      Array.new([1, 1, 2, 2, 3][random.rand(5)]) { random.rand(12).zero? ? "" : sequence(random, depth) }.join("|")
    end

    def sequence(random, depth)
      Array.new(random.rand(1..3)) do
        atom(random, depth) + (random.rand(2).zero? ? "" : pick(random, QUANTIFIERS))
      end.join
    end

    def atom(random, depth)
      case random.rand(depth.zero? ? 9 : 14)
      when 0..4 then pick(random, LETTERS)
      when 5, 6 then pick(random, CLASSES)
      when 7 then pick(random, ANCHORS)
      when 8 then @groups.zero? || random.rand(3).zero? ? pick(random, BEHIND) : "\\#{random.rand(1..@groups)}"
      else group(random, depth)
      end
    end

    def group(random, depth)
      opening = pick(random, OPENINGS)
      @groups += 1 if opening == "("
      "#{opening}#{alternatives(random, depth - 1)})"
    end
  end
end
