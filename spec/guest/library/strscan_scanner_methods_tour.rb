# Needs Ruby 3.3: its standard library
require 'strscan'

ss = StringScanner.new('Fri Dec 12 1975 14:39')
p ss
p ss.scan(/(?<day>\w+) (?<month>\w+) (?<date>\d+)/)
p ss[:month], ss[0], ss['day'], ss[3], ss.captures, ss.values_at(0, 1, -1), ss.named_captures, ss.size
p ss.pre_match, ss.post_match, ss.matched, ss.matched_size, ss.matched?
p ss.pos, ss.charpos, ss.rest, ss.rest_size, ss.eos?, ss.bol?, ss.rest?
p ss
p ss.scan(/nothing/), ss.matched, ss[0]
p ss.check(/ \d+/), ss.pos
p ss.match?(/ \d+/), ss.pos
p ss.check_until(/:/), ss.exist?(/:/), ss.search_full(/:/, false, true)
p ss.skip(/ /), ss.skip_until(/ /), ss.getch, ss.peek(2), ss.get_byte
p ss.scan_until(/9/), ss.eos?, ss.getch, ss.scan_until(/./)
p ss
ss.unscan rescue puts "#{$!.class}: #{$!.message}"
ss.reset
p ss.pos, ss.beginning_of_line?
ss.pos = 4
p ss.scan(/\w+/)
ss.unscan
p ss.pos
ss.pos = -5
p ss.rest
begin
  ss.pos = 99
rescue RangeError => e
  puts "RangeError: #{e.message}"
end
ss.terminate
p ss.eos?, ss.rest
ss.string = "línea uno\nlínea dos"
p ss.scan(/l.nea/), ss.pos, ss.charpos
ss << ' y más'
p ss.string, ss.scan_until(/$/), ss.getch, ss.bol?
p ss.scan('línea'), ss.peek(4), ss.scan_full(/ dos/, true, false)
p ss.fixed_anchor?, StringScanner.new('ab', fixed_anchor: true).fixed_anchor?
p ss.inspect
begin
  ss[:nope]
rescue IndexError => e
  puts e.message
end
begin
  StringScanner.new(nil)
rescue TypeError => e
  puts e.message
end
