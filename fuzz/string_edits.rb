# frozen_string_literal: true

# Expressions that edit a part of a string in place, and show it beside the string that it was taken from.
module StringEdits
  PARTS = ["text.dup", "text[3..]", "text[2, 40]", "text[0, 36]", "text.split(' ', 2).last", "text.split('=').first",
           "text.partition('=').last", "text.byteslice(4, 50)", "text.slice(5..-2)", "+text", "text.lines.last",
           "text.dup.dup[1..]", "text.each_line.first", "text.rpartition(' ').first", "text.scan(/\\S.*/).last",
           "text.sub(/^/, '')", "text.clone", "String.new(text)", "text.to_s[1..]", "text.chars.join[1..]"].freeze
  EDITS = ["strip!", "lstrip!", "rstrip!", "chomp!", "chop!", "chomp!('d')", "squeeze!", "squeeze!('a-l')", "upcase!",
           "downcase!", "capitalize!", "swapcase!", "reverse!", "tr!('a-m', 'n-z')", "tr_s!('a-z', '*')",
           "tr!('lo', 'x')", "delete!('aeiou')", "sub!('e', 'EE')", "gsub!(/[a-f]/, '')", "gsub!('l', 'LLL')",
           "slice!(2, 5)", "slice!(/a\\w+/)", "slice!(0)", "slice!(-3..)", "insert(3, 'new')", "insert(-1, 'end')",
           "replace('short')", "replace(text)", "clear", "<<('more')", "concat('a', 'b')", "prepend('x', 'y')",
           "ascii_only? && part.setbyte(0, 90)", "ascii_only? && part.setbyte(-1, 65)",
           "[]=(0, 3, 'ABCDEF')", "[]=(1, 'é')", "[]=('e', '')", "[]=(/o/, '0')",
           "[]=(2..4, text)", "[]=(0, 1, part)", "force_encoding('UTF-8')", "encode!('UTF-8')",
           "delete_prefix!('key')", "delete_prefix!(part[0, 3])", "delete_suffix!(part[-3..].to_s)", "concat(part)",
           "prepend(part)", "insert(2, part)", "replace(part)", "<<(text)",
           "delete!(part)", "squeeze!(part)", "each_char { |c| c.upcase! }"].freeze
  TEXTS = ["key=    a value that is longer than thirty bytes  ", "   leading and trailing blanks, and more \\t\\n",
           "short", "", "  ", "éàü ünïcödé text that is longer than thirty bytes = ok  ",
           "aaa bbb=ccc ddd eee fff ggg hhh", "one line\\nanother = line that ends in a newline\\n"].freeze

  class << self
    def line(random)
      edits = Array.new(random.rand(1..3)) { "(part.#{pick(random, EDITS)} rescue :error)" }
      part = pick(random, PARTS)
      "(text = +\"#{pick(random, TEXTS)}\"; whole = text.dup; other = #{part} || +''; part = #{part} || +''; " \
        "kept = part.dup; [#{edits.join(", ")}, part.b, text, whole, other, kept, text == whole, part.size])"
    end

    private

    def pick(random, list) = list[random.rand(list.size)]
  end
end
