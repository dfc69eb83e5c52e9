# == What each of them goes through
def told
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
end

%i[index rindex find_index find detect take_while drop_while].each do |name|
  print name, " "
  told { [3, 1, 2].__send__(name).to_a }
  told { [3, 1, 2].__send__(name).entries }
  told { [3, 1, 2].__send__(name).count }
  told { [3, 1, 2].__send__(name).select { true } }
  told { [3, 1, 2].__send__(name).zip([4]) }
  told { [3, 1, 2].__send__(name).with_index { |x, i| x + i > 1 } }
  told { [3, 1, 2].__send__(name).first(2) }
end
told { ([1, 2, 3] * 64).intersection([1, 2] * 64, [1] * 64) }
told { [1, 1, 2].intersection }
told { left = [0, 1, 2, 3, 4, 5]; seen = []; left.reverse_each { |x| seen << x; left.pop; left.pop }; seen }
told { 1.upto(Float::INFINITY).size }
