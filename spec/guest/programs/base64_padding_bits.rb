%w[AA== AB== AP== AAA= AAB= AAD= AAE= /w== /x== //8= //9= AAAA ==== A=== AA=A].each do |text|
  p [text, text.unpack1("m0").bytes]
rescue ArgumentError => e
  p [text, e.message]
end
p "AB==".unpack1("m").bytes
p "".unpack1("m0")
