# frozen_string_literal: true

# Walks of a StringScanner: each is an expression of what its methods answer, one after the other.
module Scanners
  TEXTS = ['"foo bar baz"', '"a = 12; b = -7"', '"héllo wörld"', '"日本語 text"', '"ab\ncd\n\nef"', '"a\xFFb c"', '""',
           '"\n"', '"-0x1F +7 0x 12"', '"aaaaaaaaaaaaaaaaaaaaaaaab"', '"a,b,,c"', '"\u{1F600}x\u{1F600}"',
           '"<a href=\"x\">y</a>"'].freeze
  TURNS = ["", "", "", "", ".b", ".dup.force_encoding('US-ASCII')", " * 3"].freeze
  REGEXPS = [/\w+/, /\s+/, /./, /[a-z]/, /\d+/, /^./, /\A\w/, /$/, //, /\b\w+\b/, /(a)|(b)|(.)/, /é|ö|本/,
             /(?<x>\w)(?<y>\d)?/, /(?<x>.)(?<x>.)/, /b\n?/, /(?<=a)./, /(?=b)/, /\G\w/, /\n/, /[^,]*/, /,|\z/, /z/,
             /\p{L}+/, /.*?b/m, /(\w+)\s*=\s*(-?\d+)/, /(?!a)./].map(&:inspect).freeze
  STRINGS = ['"a"', '"foo"', '" "', '""', '"é"', '"b\n"', '"\xFF"', '"本".b', '","', '"zz"'].freeze
  BY_PATTERN = %w[scan scan scan skip match? check scan_until skip_until check_until exist?].freeze
  PLAIN = %w[getch get_byte scan_byte peek_byte rest rest_size rest? eos? bol? matched matched? matched_size pre_match
             post_match captures named_captures size pos charpos inspect unscan.pos reset.pos terminate.pos
             scan_integer scan_integer(base:16) string dup.pos values_at(0,1,-1) fixed_anchor?].freeze
  KEYS = ["0", "1", "2", "-1", "-2", "9", ":x", ":y", '"x"', '"q"', "nil", "1.5"].freeze
  CHANGES = ["s << 'é1'", "s.string << 'b'", "s.string.replace('ab c')", "s.string = +'x y'", "s.string[1] = 'ü'",
             "s.string.clear", "s.string.insert(1, 'b')", "s.string.force_encoding('BINARY')",
             "s.string.setbyte(0, 255)"].freeze

  class << self
    def line(random)
      steps = Array.new(random.rand(3..10)) { step(random) }
      answers = steps.map { |code| "t.(-> { #{code} })" }.join(", ")
      "(t = ->(f) { f.call rescue [$!.class, $!.message] }; " \
        "s = StringScanner.new(#{text(random)}, fixed_anchor: #{flag(random)}); [#{answers}])"
    end

    private

    def pick(random, list) = list[random.rand(list.size)]

    def text(random) = "(+#{pick(random, TEXTS)})#{pick(random, TURNS)}"

    def step(random)
      case random.rand(20)
      when 0..9 then "s.#{pick(random, BY_PATTERN)}(#{pattern(random)})"
      when 10..14 then "s.#{pick(random, PLAIN)}"
      when 15, 16 then "s[#{pick(random, KEYS)}]"
      when 17 then "s.pos = #{random.rand(-3..12)}"
      when 18 then pick(random, ["s.peek(#{random.rand(-1..9)})", full(random)])
      else pick(random, CHANGES)
      end
    end

    def full(random)
      "s.#{pick(random, %w[scan_full search_full])}(#{pattern(random)}, #{flag(random)}, #{flag(random)})"
    end

    def flag(random) = random.rand(3).zero?

    def pattern(random) = pick(random, random.rand(4).zero? ? STRINGS : REGEXPS)
  end
end
