# frozen_string_literal: true

# What mruby's own test driver (mrbgems/mruby-test/driver.c) gives to a test, in Ruby. Runs in the guest.
module Mrbtest
  FLOAT_TOLERANCE = 1e-10

  # Shell patterns: `*`, `?`, `[a-z]`, `[^a]`, `{a,b}` and a backslash before a literal character.
  module Pattern
    def self.alternatives(pattern)
      open = at(pattern, "{")
      return [pattern] unless open

      depth = 0
      parts = [""]
      rest = pattern[open..]
      length = rest.each_char.with_index do |c, i|
        depth += 1 if c == "{"
        depth -= 1 if c == "}"
        break i if depth == 0

        if c == "," && depth == 1 then parts << ""
        elsif i > 0 then parts[-1] += c
        end
      end
      head = pattern[0...open]
      tail = rest[length + 1..]
      parts.flat_map { |part| alternatives(head + part + tail) }
    end

    def self.at(pattern, wanted)
      i = 0
      while i < pattern.size
        return i if pattern[i] == wanted

        i += pattern[i] == "\\" ? 2 : 1
      end
      nil
    end

    def self.match?(pattern, text)
      return text.empty? if pattern.empty?

      first = pattern[0]
      rest = pattern[1..]
      case first
      when "*" then (0..text.size).any? { |i| match?(rest, text[i..]) }
      when "?" then !text.empty? && match?(rest, text[1..])
      when "[" then !text.empty? && bracket?(pattern, text)
      else
        if first == "\\"
          first = rest[0]
          rest = rest[1..]
        end
        text[0] == first && match?(rest, text[1..])
      end
    end

    def self.bracket?(pattern, text)
      close = pattern.index("]", 2)
      set = pattern[1...close]
      negated = set[0] == "^" || set[0] == "!"
      set = set[1..] if negated
      found = false
      until set.empty?
        if set[1] == "-" && set.size > 2
          found ||= set[0] <= text[0] && text[0] <= set[2]
          set = set[3..]
        else
          found ||= set[0] == text[0]
          set = set[1..]
        end
      end
      found != negated && match?(pattern[close + 1..], text[1..])
    end
  end
end

module Kernel
  def t_print(*args)
    args.each { |arg| $stdout.print(arg) }
    nil
  end

  def _str_match?(pattern, text)
    Mrbtest::Pattern.alternatives(pattern).any? { |plain| Mrbtest::Pattern.match?(plain, text) }
  end
end
