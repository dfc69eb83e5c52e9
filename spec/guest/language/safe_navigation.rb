# == One call
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

# == Chains
# frozen_string_literal: true

Address = Struct.new(:street, :city, :zip, keyword_init: true)
User = Struct.new(:name, :address, :friends, :tags, keyword_init: true) do
  def city = address&.city&.capitalize
  def best_friend = friends&.first
  def shipping_label = [name, address&.street, [address&.zip, city].compact.join(" ")].reject { |s| s.to_s.empty? }.join(", ")
end

ann = User.new(name: "Ann", address: Address.new(street: "Main 1", city: "berlin", zip: "10115"), tags: %w[a b])
bob = User.new(name: "Bob", address: Address.new(street: "Hill 2"), friends: [ann])
cyd = User.new(name: "Cyd", friends: [])

[ann, bob, cyd, nil].each do |user|
  p [user&.name, user&.city, user&.best_friend&.name, user&.best_friend&.city&.length, user&.tags&.first&.upcase]
end
puts [ann, bob, cyd].map(&:shipping_label)

calls = []
expensive = ->(tag) { calls << tag; tag }
nil&.method_that_never_runs(expensive.(:skipped))
ann&.name&.concat if false
"x"&.then { |s| expensive.(s) }
p calls

bob.address&.city ||= "hamburg"
cyd.address&.city ||= "nowhere"
cyd&.name += "!"
missing = nil
missing&.name = expensive.(:never)
missing&.count += 1
p bob.city, cyd.name, cyd.address, calls, missing&.[](0), missing&.nil?, missing.nil?, missing.to_a, missing.to_s, missing & true, missing.inspect

data = { user: { profile: { emails: [{ value: "a@x.org" }, { value: nil }] } }, "raw" => [[1, [2, 3]]] }
p data.dig(:user, :profile, :emails, 0, :value), data.dig(:user, :nothing, :emails), data.dig("raw", 0, 1, -1), data[:user]&.[](:profile)&.fetch(:emails)&.last&.dig(:value)&.upcase
p ann.dig(:address, :city), ann.dig(:tags, 1), bob.dig(:friends, 0, :address, :zip)
begin
  data.dig(:user, :profile, :emails, 0, :value, :deep)
rescue TypeError => e
  puts e.message
end
p data.fetch(:none, nil)&.size, data.fetch(:none) { |key| key.to_s * 2 }, (data.fetch(:none) rescue "KeyError"), data.dig(:user).keys
value = [nil, false, 0, "", [], {}].map { |v| v&.to_s || "nil!" }
p value, [nil, 1, nil, 3].compact.sum, [nil, 2].map { _1&.succ }, [[1, nil], [nil, nil]].map { |a, b| a || b || :none }
count = nil
count = (count || 0) + 1
name ||= "default"
@memo ||= Hash.new(0)
@memo[:x] &&= 5
@memo[:y] ||= 7
@memo[:y] &&= @memo[:y] * 2
p count, name, @memo.to_a, @never, (defined?(@never)).inspect, (defined?(@memo)), defined?(puts), defined?(String), defined?(nope).inspect
first, second = nil
p first, second, [*nil], [*[nil]], Array(nil), Integer(nil.to_i), nil.to_a.first, NilClass === nil, nil.dup, nil =~ /x/
p (ann&.name&.start_with?("A") ? "starts with A" : "no"), (nil&.zero? ? 1 : 2), !nil&.empty?, ([] unless nil&.any?)
