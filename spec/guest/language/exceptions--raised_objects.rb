# What may be raised, and constants that are set once.
module M; end
M::X ||= 5
M::X ||= 6
p M::X
p(M::Y ||= [1])
module M; Z ||= 3; Z ||= 4; end
p M::Z
class Money; def exception(text = "poor") = RuntimeError.new("money: #{text}"); end
begin; raise Money.new; rescue => e; p e.class, e.message; end
begin; raise Money.new, "rich"; rescue => e; p e.message; end
begin; raise 5; rescue TypeError => e; p e.message; end
begin; raise IOError; rescue => e; p e.message; end
begin; raise ArgumentError.new("x"), "y"; rescue => e; p e.message; end
begin; raise "a", cause: nil; rescue => e; p e.cause; end
begin; "a".to_i(99); rescue => e; p e.message; end
p :sym.encoding.to_s, :é.encoding.to_s
