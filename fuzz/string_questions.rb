# frozen_string_literal: true

# Expressions that ask a string of some encoding something, with arguments of other shapes and encodings.
module StringQuestions
  TEXTS = ["''", "'a'", "'Hello World'", "'héllo wörld'", "'日本語'", '"e\u0301\u{1F600}x"', '"a\xFFb"', '"\xE3\x81"',
           '"\xF4\x90\x80\x80z"', '"a\n\nb\r\nc"', '"\0 x \0"', "'az'", "'Zz9'",
           "'straße ΑΣ'", '"\u0085\u200b"', "'aa-bb_cc'", "'0x1f'"].freeze
  TURNS = ["", "", "", ".b", ".encode('US-ASCII', invalid: :replace, undef: :replace)",
           ".encode('UTF-16LE', invalid: :replace)", ".dup.force_encoding('ISO-8859-1')", "[1..].to_s", ".dup.freeze",
           ".encode('ISO-8859-1', invalid: :replace, undef: :replace)"].freeze
  INTEGERS = %w[0 1 2 -1 -2 5 100 -100 nil 1.5 0..1 1.. ..-1 -2.. 3...1 -9..2].freeze
  PLAIN = %w[length size bytesize chars bytes codepoints reverse upcase downcase capitalize swapcase inspect
             dump succ chop chomp strip lstrip rstrip hash.class ord valid_encoding? ascii_only? encoding.name
             lines to_i to_f to_sym.inspect squeeze hex oct sum grapheme_clusters unicode_normalize
             unicode_normalize(:nfkd) scrub scrub('*') dup clone b to_s empty? each_char.to_a
             each_grapheme_cluster.size encode('UTF-8') encode('UTF-16BE').bytes encode('US-ASCII') split
             tr('a-y','b-z') upcase(:ascii) downcase(:fold) upcase(:turkic) unpack('U*') unpack('a*')
             unpack1('C') undump].freeze
  BY_TEXT = %w[+ == eql? <=> include? index rindex byteindex byterindex start_with? end_with? delete_prefix
               delete_suffix count delete squeeze partition rpartition split casecmp casecmp? concat prepend
               chomp each_line.to_a lines =~ === scan].freeze
  BY_NUMBER = %w[[] byteslice getbyte slice * center ljust rjust].freeze

  class << self
    def line(random)
      receiver = text(random)
      "(s = #{receiver}; r = s.#{question(random)}; [r, r.is_a?(String) ? r.encoding.name : 0, s.encoding.name])"
    end

    private

    def question(random)
      case random.rand(6)
      when 0, 1 then pick(random, PLAIN)
      when 2 then "#{pick(random, BY_NUMBER)}(#{pick(random, INTEGERS)})"
      when 3 then "#{pick(random, %w[[] byteslice slice])}(#{pick(random, INTEGERS)}, #{pick(random, INTEGERS)})"
      when 4 then "#{pick(random, %w[tr tr_s gsub sub ljust center])}(#{text(random)}, #{text(random)})"
      else "#{pick(random, BY_TEXT)}(#{text(random)})"
      end
    end

    def text(random) = "#{pick(random, TEXTS)}#{pick(random, TURNS)}"

    def pick(random, list) = list[random.rand(list.size)]
  end
end
