# The text of numbers of many bits.
[4000, 74_000, 142_600, 142_677, 142_700, 143_000, 150_000, 200_000, 285_400].each do |bits|
  number = 2**bits + 1
  text = number.to_s
  p [bits, text.size, text[0, 12], text[-12..], text.sum, (-number).to_s == "-#{text}", "#{number}" == text, number.to_s(16).size]
end
p (10**45_000).to_s.count("0"), (-(10**45_000)).to_s.size, (10**45_000 - 1).to_s.delete("9"), (3**95_000).to_s[20_000, 20]
