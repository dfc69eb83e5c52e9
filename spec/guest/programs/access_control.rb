# frozen_string_literal: true

# Roles and permissions by bit masks and sets, policies by method names, audit, sessions with a fake clock, tokens.
module Permission
  ALL = %i[read write delete share admin].each_with_index.to_h { |name, i| [name, 1 << i] }.freeze
  module_function

  def mask(*names) = names.flatten.inject(0) { |m, n| m | ALL.fetch(n) { raise ArgumentError, "unknown permission #{n}" } }
  def names(mask) = ALL.select { |_, bit| mask.anybits?(bit) }.keys
  def to_s(mask) = ALL.map { |n, bit| (mask & bit).zero? ? "-" : n[0] }.join
end
include Permission
reader = Permission.mask(:read)
editor = reader | Permission.mask(:write, :share)
owner = Permission.mask(*Permission::ALL.keys)
p [reader, editor, owner], Permission.names(editor), Permission.to_s(editor), Permission.to_s(owner & ~editor), editor.allbits?(reader), reader.allbits?(editor), (owner ^ editor).to_s(2), Permission.names(0), (Permission.mask(:fly) rescue $!.message), editor.bit_length, editor.digits(2)
chmod = ->(text) { text.scan(/[r-][w-][x-]/).map { |t| t.tr("rwx-", "1110").to_i(2) }.join }
unchmod = ->(octal) { octal.to_s.chars.map { |c| format("%03b", c.to_i).chars.zip(%w[r w x]).map { |bit, l| bit == "1" ? l : "-" }.join }.join }
p chmod["rwxr-x--x"], unchmod[640], chmod[unchmod["755"]], "0644".oct, format("%o", 420), 0o755 & ~0o022 == 0o755 - 0o022

class Denied < StandardError
  def initialize(user, action, record) = super("#{user.name} may not #{action} #{record.class.name.downcase} #{record.id}")
end
User = Struct.new(:name, :roles, :team, keyword_init: true) do
  def initialize(roles: [], **) = super
  def is?(role) = roles.include?(role)
end
Doc = Struct.new(:id, :owner, :team, :state)
class Policy
  @policies = Hash.new { |h, k| h[k] = {} }
  class << self
    def for(klass, &block) = @policies[klass].then { |rules| Class.new(BasicObject) { define_method(:allow) { |*actions, **opts, &check| actions.each { |a| (rules[a] ||= []) << (opts[:if] || check || ->(*) { true }) } } }.new.instance_eval(&block) }
    def allow?(user, action, record) = user.is?(:admin) || @policies[record.class].fetch(action, []).any? { |check| check.call(user, record) }
    def authorize!(user, action, record) = allow?(user, action, record) ? record : raise(Denied.new(user, action, record))
  end
end
Policy.for(Doc) do
  allow(:read) { |u, d| d.state == :public || d.team == u.team }
  allow(:read, :write, if: ->(u, d) { d.owner == u.name })
  allow(:delete) { |u, d| u.is?(:editor) && d.state != :public }
  allow :list
end
users = [User.new(name: "ann", team: :x), User.new(name: "bob", roles: %i[editor], team: :y), User.new(name: "root", roles: [:admin])]
docs = [Doc.new(1, "ann", :x, :draft), Doc.new(2, "bob", :y, :public)]
puts users.product(docs).map { |u, d| "#{u.name.ljust(5)} doc#{d.id} #{%i[list read write delete].map { |a| Policy.allow?(u, a, d) ? a[0] : '-' }.join}" }
users.each do |u|
  Policy.authorize!(u, :delete, docs.first)
  puts "#{u.name} deleted"
rescue Denied => e
  puts e.message
end

class Sessions
  TTL = 30
  def initialize(clock) = (@clock, @sessions, @random = clock, {}, Random.new(99))
  def start(name) = Array.new(8) { @random.rand(36).to_s(36) }.join.tap { |token| @sessions[token] = { name:, seen: @clock.call } }
  def [](token) = @sessions[token]&.then { |s| expired?(s) ? @sessions.delete(token) && nil : s.merge!(seen: @clock.call)[:name] }
  def sweep = @sessions.size.tap { @sessions.reject! { |_, s| expired?(s) } } - @sessions.size
  def expired?(s) = @clock.call - s[:seen] >= TTL
end
now = 0
sessions = Sessions.new(-> { now })
token = sessions.start("ann")
other = sessions.start("bob")
p token.size, token != other, sessions[token], sessions["nope"], (now += 20; sessions[token]), (now += 20; [sessions[token], sessions[other]]), sessions.sweep, (now += 31; sessions.sweep), sessions[token]
sign = ->(data, key) { data.bytes.zip(key.bytes.cycle).inject(7) { |h, (a, b)| (h * 31 + (a ^ b)) & 0xffffffff }.to_s(16).rjust(8, "0") }
pack = ->(claims, key) { [[claims.map { |k, v| "#{k}=#{v}" }.join("&")].pack("m0").tr("+/", "-_").delete("=")].then { |(body)| "#{body}.#{sign[body, key]}" } }
unpack = lambda do |text, key|
  body, mark = text.split(".")
  return nil unless mark == sign[body, key]

  body.tr("-_", "+/").then { |s| s.ljust((s.size / 4.0).ceil * 4, "=") }.unpack1("m").split("&").to_h { |pr| pr.split("=") }
end
ticket = pack[{ user: "ann", exp: 50, note: "a>b?" }, "k3y"]
p ticket, unpack[ticket, "k3y"].to_a, unpack[ticket, "bad"], unpack[ticket.sub(/\A./, "x"), "k3y"]
strength = ->(pw) { { "length" => pw.size >= 8, "lower" => pw =~ /[a-z]/, "upper" => pw =~ /[A-Z]/, "digit" => pw =~ /\d/, "symbol" => pw =~ /[^\w\s]/, "no runs" => pw !~ /(.)\1\1/ }.reject { |_, ok| ok }.keys }
puts %w[password Passw0rd! aaaA1! Tr0ub4dor&3].map { |pw| "#{pw.gsub(/.(?=..)/, '*')}: #{strength[pw].then { |l| l.empty? ? 'good' : l.join(', ') }}" }
matrix = { guest: [], member: [:guest], editor: [:member], admin: %i[editor] }
inherited = ->(role) { [role, *matrix.fetch(role).flat_map(&inherited)] }
p inherited[:admin], inherited[:guest], matrix.keys.sort_by { |r| inherited[r].size }, matrix.keys.select { |r| inherited[r].include?(:member) }
