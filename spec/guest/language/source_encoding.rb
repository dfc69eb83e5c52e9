# encoding: binary
# Literals have the encoding of the source.
p "\xFF".encoding.name, "abc".encoding.name, "é".bytesize == "é".length, "\u00e9".encoding.name, "a#{1}\xFF".encoding.name
p [255].pack("C") == "\xFF", "\xE9" =~ /\xE9/, /abc/.encoding.name, /\xE9/.encoding.name, __ENCODING__.name, :abc.encoding.name
p "frozen".frozen?, ("long" * 3).encoding.name, "joined" "\xFF".encoding.name, <<~TEXT.encoding.name
  heredoc \xFF
TEXT
