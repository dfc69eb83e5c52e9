# == Where characters end
# Needs Ruby 3.3: bytes of no character
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

told { ["hello\xBE".start_with?("hello"), "\u00e9".start_with?("\xC3"), "\xFF\xFE".start_with?("\xFF")] }
told { ["\u3042\x80".start_with?("\u3042"), "\u3042".start_with?("\xE3\x81"), "\xE3\x81".start_with?("\xE3")] }
told { ["a\x80\x80\x80\x80".start_with?("a\x80"), "\u{1F600}".start_with?("\xF0\x9F"), "".start_with?("")] }

# == Packed and taken apart
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

told { seen = []; [("AbC".unpack("C*") { |x| seen << x }), seen] }
told { seen = []; [("abc".unpack("aa", offset: 1) { |x| seen << x }), seen] }
told { ["a b c\td \ne", "x \n", "y ", "\t\n", "e\u00e9=\n"].map { |text| [text].pack("M") } }
told { ["a b c\td \ne", "x \n\n", "end "].map { |text| [text].pack("M").unpack1("M") == text } }

# == Paragraphs
# Needs Ruby 3.2: lines that end with a carriage return
["a\r\n\r\nb\r\n\r\n\r\nc", "a\n\nb\n\n\nc\n", "a\n\r\nb", "a\r\n\nb\n\n", "\n\na\n\n", "a\nb\n\n\n", "", "\r\n\r\n"].each do |text|
  p text.each_line("").to_a, text.lines("", chomp: true)
end
