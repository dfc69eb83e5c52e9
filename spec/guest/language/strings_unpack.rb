# == Widths
p "abcdefgh".unpack("j"), "abcdefgh".unpack("J>"), "abcdefgh".unpack("l!"), "abcdefgh".unpack("L_<"), "abcdefgh".unpack("i!"), "abcdefgh".unpack("l"), "abcdefgh".unpack("s!*"), "\xFF".b.*(8).unpack("j l! J L!") 
p [1].pack("j").bytesize, [-1].pack("l!").bytes, [2**63].pack("J").bytes, [1, 2].pack("l_>*").bytes, [1].pack("i!").bytesize

# == offset:
p "abcdef".unpack("a2", offset: 2), "abcdef".unpack1("a", offset: 5), "abc".unpack1("C", offset: 3), "éa".unpack1("a", offset: 2), "abc".unpack("C*", offset: 1)
[-> { "abc".unpack1("C", offset: -1) }, -> { "abc".unpack("C", offset: 4) }].each do |run|
  run.call
rescue ArgumentError => e
  p e.message
end
