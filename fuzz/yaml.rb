# frozen_string_literal: true

require "date"
require "kobako"
require "yaml"
require_relative "fuzz_run"

# Random values have the same YAML in the guest and on this Ruby and come back from it, and random texts load as the
# same values or fail with the same words.
module YamlTexts
  WORDS = ["", "~", "null", "Null", "yes", "No", "on", "OFF", "y", "n", "true", "False", "<<", "=", "-", "--", "---",
           "...", "- a", "a: b", "a:b", "a #b", "#a", "&a", "*a", "!a", "!!str a", "|", ">", "%a", "@a", "`a", "'",
           "\"", "it's", "say \"x\"", "[a]", "{a}", "a, b", "? a", ": a", "a:", " a", "a ", "\ta", "a\tb", "a\nb",
           "a\n", "\na", "a\n\nb\n", "a\n  b\nc", "a \nb", "\n", "0", "-1", "+5", "007", "08", "0o17", "0x1F",
           "0b101", "1_000", "1,000", "1.5", "-0.0", ".5", "5.", "1e3", "1.5e+3", "1.0e-7", ".inf", "-.INF", ".NaN",
           "1:30", "12:30:45", "1:2.5", "2020-01-02", "2020-1-2", "2020-01-02 03:04:05", "2020-01-02T03:04:05Z",
           "20-1-2", ":a", ":\"a b\"", "::", ":",
           "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x y z",
           "é", "日本語", "😀", "\u00a0x", "x\u2028y", "\u0085", "\ufeffx", "\e[0m", "\x7f", "\r\n", "a\rb", "\0",
           "x" * 140, "key #{"w " * 60}", "/a/b", "C:\\dir", "a\\nb", "http://a.b/c?d=e&f#g", "50%", "a@b.c", "_a",
           "é: b"].freeze
  PIECES = ["a", "b: ", "- ", "\n", "\n  ", "\n    ", ": ", "? ", "[", "]", "{", "}", ", ", "&x ", "*x", "!!str ",
            "!x ", "| ", "|-\n  ", ">\n ", "'", "\"", "\\", "\\n", "\\x41", "#", " # c\n", "---\n", "...\n",
            "%YAML 1.1\n", "\t", "<<: ", "12", "1.5", "true", "~", ":s", "é", "😀", "\r\n", "\u2028"].freeze
  LAYOUTS = [{}, {}, {}, { indentation: 4 }, { line_width: -1 }, { line_width: 20 }, { header: true }].freeze
  # The value of a text, shown as any Ruby shows it, or what is wrong with it.
  ON_BOTH = <<~RUBY
    show = lambda do |value|
      case value
      when Hash then "{" + value.map { |key, held| show.(key) + "=>" + show.(held) }.join(",") + "}"
      when Array then "[" + value.map { |element| show.(element) }.join(",") + "]"
      else value.inspect
      end
    end
    lambda do |text|
      show.(YAML.unsafe_load(text))
    rescue Psych::BadAlias
      "an alias to nothing"
    rescue NameError, FrozenError
      "members of a String that it cannot have"
    rescue Psych::Exception, ArgumentError, TypeError => e
      e.class.name + e.message
    end
  RUBY

  class << self
    def warm_up
      @sandbox = Kobako::Sandbox.new(timeout: 10, memory_limit: 64 << 20)
    end

    def check(number)
      random = Random.new(number)
      random.rand(3).zero? ? check_text(text(random)) : check_value(value(random, 4), pick(random, LAYOUTS))
    end

    private

    def pick(random, list) = list[random.rand(list.size)]

    def check_value(value, layout)
      expected = YAML.dump(value, layout)
      code = "require 'yaml'; v = #{literal(value)}; t = YAML.dump(v, #{layout.inspect}); " \
             "[t, YAML.load(t, aliases: true) == v]"
      found, same = @sandbox.eval(code)
      return differing("#{value.inspect} #{layout}", expected, found) if found != expected

      "#{value.inspect} does not come back" unless same || YAML.unsafe_load(expected) != value
    end

    def check_text(text)
      expected = eval(ON_BOTH).call(text) # rubocop:disable Security/Eval
      found = @sandbox.eval("require 'yaml'; require 'date'\n(#{ON_BOTH}).call(#{text.dump})")
      differing(text, expected, found) if found != expected
    end

    def differing(given, expected, found)
      "#{given.inspect}\nthis Ruby: #{expected.inspect}\nthe guest: #{found.inspect}"
    end

    # Symbols as keys are shown by this Ruby as none can read them.
    def literal(value)
      case value
      when Hash then "{#{value.map { |key, held| "#{literal(key)} => #{literal(held)}" }.join(", ")}}"
      when Array then "[#{value.map { |element| literal(element) }.join(", ")}]"
      else value.inspect
      end
    end

    def value(random, depth)
      case random.rand(depth.positive? ? 10 : 7)
      when 0 then random.rand(-1000..1000)
      when 1 then pick(random, [nil, true, false, 2**70, -(2**63), 10**18])
      when 2 then pick(random, [0.0, -0.0, 1.5, 1e20, 1e-5, 123_456_789.125, 1e16, 2.5e-10])
      when 3 then pick(random, WORDS).to_sym
      when 4..6 then string(random)
      when 7, 8 then Array.new(random.rand(4)) { value(random, depth - 1) }
      else Array.new(random.rand(4)) { [value(random, random.rand(8).zero? ? 1 : 0), value(random, depth - 1)] }.to_h
      end
    end

    def string(random)
      return pick(random, WORDS).dup if random.rand(2).zero?

      Array.new(random.rand(1..4)) { pick(random, WORDS) }.join(pick(random, [" ", "", "\n", ": ", ", "]))
    end

    def text(random) = Array.new(random.rand(1..14)) { pick(random, PIECES) }.join
  end
end

FuzzRun.main("yaml", -> { YamlTexts.warm_up }) { |number| YamlTexts.check(number) }
