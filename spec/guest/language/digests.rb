require "digest"
require "digest/bubblebabble"

def t
  yield
rescue Exception => e
  "#{e.class}: #{e.message}"
end

class Plain < Digest::Class; end

# Counts bytes.
class Count < Digest::Class
  def initialize = reset

  def reset
    @count = 0
    self
  end

  def update(text)
    @count += text.bytesize
    self
  end
  alias << update

  def block_length = 1

  private

  def finish = [@count].pack("N")
end

p t { Digest::Base.new }, t { Class.new(Digest::Base).new }, t { Plain.new << 1 }, t { Plain.new.reset }, t { Plain.new.digest_length }
p t { Plain.new(1) }, t { Plain.hexdigest("x") }, t { Plain.digest }, t { Plain.new.block_length }
p Count.hexdigest("abc"), Count.new.update("a").update("bc"), Count.new.digest_length, Count.base64digest("x" * 300), Count.new == "00000000"
p t { Digest::MD5.digest }, t { Digest::MD5.digest(1) }, t { Digest::MD5.hexdigest(nil) }, t { Digest::MD5.new("x") }, t { Digest::MD5.new.update(1) }
p t { Digest::MD5.new.digest("a", "b") }, t { Digest::MD5.new.digest(nil) }, t { Digest.hexencode(1) }, Digest.hexencode("\0\xff")
m = Digest::MD5.new
p m, m.to_s, m.digest.encoding, m.base64digest, m.length, m.size, m.block_length, m.digest_length
m << "abc" << "d"
p m.hexdigest, m.hexdigest!, m.hexdigest, m == "d41d8cd98f00b204e9800998ecf8427e", m == Digest::MD5.new, m == 1, m == Digest::SHA1.new
p m.update("x").new, m, m.dup, m.clone.update("y"), m.reset, m.digest("q") == Digest::MD5.digest("q"), m, m.base64digest!
%w[MD5 SHA1 RMD160 SHA256 SHA384 SHA512].each do |name|
  digest = Digest.const_get(name)
  p digest, digest.hexdigest("abc"), digest.base64digest(""), digest.bubblebabble("héllo" * 100), digest.new.block_length
  p digest.new.digest_length, digest.ancestors.take(4)
  puts [0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 1000].map { |size| digest.hexdigest("é" * size)[0, 8] }.join(" ")
end
p Digest::SHA2.new, Digest::SHA2.new(384).hexdigest("x"), t { Digest::SHA2.new(1) }, Digest::SHA2.hexdigest("x", 512)
p Digest::SHA2.new.digest_length, Digest::SHA2.new(512).block_length, Digest::SHA2.new << "x", Digest::SHA2.new.update("a").dup
p Digest.bubblebabble(""), Digest.bubblebabble("a"), Digest.bubblebabble("ab"), t { Digest.bubblebabble(1) }, Digest(:MD5), Digest("SHA256")
p t { Digest::XYZ }, Digest::SHA256.new.freeze.hexdigest, m.respond_to?(:finish), Digest::MD5.allocate.hexdigest
p t { m.send(:initialize_copy, Digest::SHA1.new) }, m.digest.frozen?, Class.new(Digest::SHA1).hexdigest("a")
