require "digest"
require "base64"
require "securerandom"
require "strscan"
require "stringio"
require "ostruct"
require "shellwords"
require "delegate"
data = "hello world" * 10
os = OpenStruct.new(a: 1)
sd = SimpleDelegator.new([1, 2, 3])

Digest::MD5.hexdigest(data)
Digest::SHA256.hexdigest(data)
Base64.encode64(data)
Base64.strict_encode64(data)
Base64.decode64("aGVsbG8gd29ybGQ=")
SecureRandom.hex(8)
SecureRandom.uuid
SecureRandom.alphanumeric(10)
(x = StringScanner.new(data); x.scan(/\w+/); x.skip(/\s/); x.getch)
(x = StringIO.new; x.puts "a"; x.print 1; x.string)
StringIO.new("a\nb\nc\n").each_line.to_a
StringIO.new("a b").read
OpenStruct.new(a: 1)
os.a
os.b = 2
os.to_h
Shellwords.split("a 'b c' d")
Shellwords.escape("a b")
Marshal.load(Marshal.dump([1, "a", :b, 2.5, { a: 1 }]))
Marshal.load(Marshal.dump((0...100).to_a))
sd.size
SimpleDelegator.new([1])
