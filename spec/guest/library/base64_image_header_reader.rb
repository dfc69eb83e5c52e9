# Needs Ruby 3.3: its standard library
require 'base64'

IMAGES = {
  'dot.gif' => 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'dot.png' => 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'pic.bmp' => Base64.strict_encode64(['BM', 70, 0, 54, 40, 2, -3, 1, 24].pack('a2VVVVVl<vv')),
  'noise' => 'AAECAw==',
  'torn' => 'iVBORw0K'
}.freeze

Info = Data.define(:type, :width, :height, :extra)

def inspect_image(bytes)
  case bytes
  when /\AGIF8[79]a/n
    w, h, flags = bytes.unpack('x6vvC')
    Info.new('gif', w, h, { palette: 2**((flags & 7) + 1), version: bytes[3, 3] })
  when /\A\x89PNG\r\n\x1A\n/n
    raise EOFError, 'png header is cut off' if bytes.bytesize < 26

    length, chunk, w, h, depth, colour = bytes.unpack('x8Na4NNCC')
    Info.new('png', w, h, { chunk:, length:, depth:, alpha: colour & 4 == 4 })
  when /\ABM/n
    w, h, _, bits = bytes.unpack('x18l<l<vv')
    Info.new('bmp', w, h.abs, { bits:, top_down: h.negative? })
  else
    raise ArgumentError, "unknown signature #{bytes[0, 4].unpack('H*').first}"
  end
end

IMAGES.each do |name, text|
  info = inspect_image(Base64.decode64(text))
  puts "#{name}: #{info.type} #{info.width}x#{info.height} #{info.extra}"
rescue EOFError, ArgumentError => e
  puts "#{name}: #{e.class} #{e.message}"
end

png = Base64.strict_decode64(IMAGES['dot.png'])
offset = 8
until offset >= png.bytesize
  size, type = png.byteslice(offset, 8).unpack('Na4')
  puts "chunk #{type} #{size} bytes"
  offset += size + 12
end
p png.bytesize, png.encoding, png[0, 8]
p Base64.encode64(png).lines.map { |l| l.chomp.size }
p inspect_image(png)
