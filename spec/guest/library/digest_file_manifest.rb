require 'digest'

FILES = {
  'README' => "Hello\n",
  'copy/README' => "Hello\n",
  'empty.txt' => '',
  'data.bin' => [0, 255, 10, 13].pack('C*'),
  'größe.txt' => "Größe\n"
}.freeze

puts 'MD5 / SHA-256 (first 16 digits)'
FILES.each do |name, body|
  printf("%-12s %s %s %4d\n", name, Digest::MD5.hexdigest(body), Digest::SHA256.hexdigest(body)[0, 16], body.bytesize)
end

dupes = FILES.group_by { |_, body| Digest::SHA1.hexdigest(body) }.select { |_, list| list.size > 1 }
dupes.each { |sum, list| puts "duplicate #{sum[0, 8]}: #{list.map(&:first).join(', ')}" }

digest = Digest::SHA256.new
FILES.each_value { |body| digest << body }
puts digest.hexdigest
puts digest
p digest.digest.bytesize, digest.digest_length, digest.block_length
p digest == Digest::SHA256.hexdigest(FILES.values.map(&:b).join)
p digest.reset.hexdigest == Digest::SHA256.hexdigest('')
p Digest::MD5.new.update('a').update('b').hexdigest == Digest::MD5.hexdigest('ab')
p Digest::MD5.base64digest('abc'), Digest::SHA1.new.base64digest('abc')
p Digest::SHA512.hexdigest('abc').size, Digest::SHA384.new.length
p Digest::SHA2.new(256), Digest::SHA2.new(512).block_length
p Digest::MD5.hexdigest('abc').to_i(16) % 1000
p digest
p Digest(:MD5), Digest::MD5.new.inspect
copy = digest.dup.update('x')
p copy == digest, copy.hexdigest[0, 6]
begin
  Digest::SHA2.new(100)
rescue ArgumentError => e
  puts e.message
end
begin
  Digest::MD5.hexdigest(nil)
rescue TypeError => e
  puts e.message
end
