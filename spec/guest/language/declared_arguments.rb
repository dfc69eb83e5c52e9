# What functions take beyond the first argument.
p [0].concat, [0].concat([1], [2]), [0].insert(1, :a, :b), Hash.new(capacity: 5), [1].pack("C", buffer: +"a"), "abc".unpack1("C", offset: 1)
begin
  fail ArgumentError, "message", ["line"]
rescue ArgumentError => e
  p e.message, e.backtrace
end

class Pair < StandardError
  def initialize(a, b) = super("#{a} #{b}")
end

p Pair.exception(1, 2), SystemExit.new(true, "done").status, SystemExit.new(3).status, SystemExit.new("text").message

class Taking < Proc
  attr_reader :given

  def initialize(*given) = @given = given
end

p Taking.new(1, 2) { 3 }.given, Taking.new(1) { 4 }.call
