# Digest::Base, as `require "digest"` begins to define it.
require "digest"
raises(TypeError, "wrong argument type Integer (expected Class)") { __define_digest_base(1) }
raises(NotImplementedError, "Digest::Base is an abstract class") { Digest::Base.new }
raises(RuntimeError, "Digest::Base cannot be directly inherited in Ruby") { Class.new(Digest::Base).new }
raises(ArgumentError, "no such algorithm: MD6") { __define_digest("MD6") }
md5 = __define_digest("MD5")
same md5.equal?(__define_digest("MD5")), true
same md5.new.send(:finish).unpack1("H*"), "d41d8cd98f00b204e9800998ecf8427e"
one = md5.new.update("a") << "bc"
two = one.dup << "d"
same one.send(:finish).unpack1("H*"), "900150983cd24fb0d6963f7d28e17f72"
same two.send(:finish).unpack1("H*"), "e2fc714c4727ee9395f324cd2e7f331f"
same one.reset.send(:finish).encoding, Encoding::BINARY
same [one.digest_length, one.block_length], [16, 64]
raises(TypeError, "no implicit conversion of Integer into String") { one.update(1) }
raises(TypeError, "different algorithms") { one.send(:initialize_copy, __define_digest("SHA1").new) }
raises(TypeError, "different algorithms") { one.send(:initialize_copy, 1) }
sizes = %w[SHA1 RMD160 SHA256 SHA384 SHA512].map { |name| __define_digest(name).allocate.send(:finish).bytesize }
same sizes, [20, 20, 32, 48, 64]
