User = Struct.new(:name, :address, :tags)
Address = Struct.new(:city, :zip)

users = [
  User.new("Ann", Address.new("Oslo", "0150"), %w[admin dev]),
  User.new("Bob", Address.new(nil, "9999"), nil),
  User.new("Cid", nil, []),
  nil
]

users.each do |user|
  puts "#{user&.name || 'nobody'}: #{user&.address&.city&.upcase || 'unknown'} #{user&.tags&.first.inspect} #{user&.tags&.size.to_i}"
end

calls = []
nil&.foo(calls << :evaluated)
p calls
value = nil
value&.length
p value&.length.nil?, value.to_a, value.to_s.empty?
user = users.first
user&.name = "Anna"
nobody = users.last
nobody&.name = "x"
p user.name, nobody
user.address&.city += "!"
p user.address.city
p users.compact.map(&:address).compact.map(&:city).compact
p users.map { |u| u&.address&.zip }.compact.sum(&:to_i)
p nil.to_a, nil.to_h, nil.to_s, nil.inspect, nil.nil?, 0.nil?, nil == false, !nil
data = { user: { profile: { emails: ["a@example.org"] } } }
p data.dig(:user, :profile, :emails, 0), data.dig(:user, :missing, :emails), data[:user]&.fetch(:profile)&.keys
p data.fetch(:nope, "fallback"), data.fetch(:nope) { |key| key.to_s * 2 }
begin
  data.fetch(:nope)
rescue KeyError => e
  p e.class, e.key
end
p data[:a].to_s, (data[:b] || {})[:c], data.key?(:user), Array(nil), Array([1]), Array(1..3), Array("a"), String(nil), Integer("12") + Float("0.5")
p [nil, false, 0, "", [], {}].map { |v| v ? "truthy" : "falsy" }
p [[1, nil], [nil, 2]].map { |a, b| a || b }, [3, nil, 1].compact.min, [].first, [].max, [].sum, [].inject(:+)
puts "%s|%p|%d" % [nil, nil, nil.to_i]
