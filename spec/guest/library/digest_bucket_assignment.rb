# Without the require of digest
USERS = %w[alice bob carol dave erin frank grace heidi ivan judy].freeze

class Experiment
  attr_reader :name, :variants

  def initialize(name, variants)
    raise ArgumentError, "weights add up to #{variants.values.sum}" unless variants.values.sum == 100

    @name = name
    @variants = variants
  end

  def bucket(user)
    Digest::MD5.hexdigest("#{name}:#{user}")[0, 8].to_i(16) % 100
  end

  def variant(user)
    point = bucket(user)
    edge = 0
    variants.each do |label, weight|
      edge += weight
      return label if point < edge
    end
  end
end

button = Experiment.new('button-colour', { red: 50, blue: 30, green: 20 })
search = Experiment.new('search', { old: 90, new: 10 })

USERS.each do |u|
  puts format('%-6s %3d %-6s %3d %s', u, button.bucket(u), button.variant(u), search.bucket(u), search.variant(u))
end

counts = (1..1000).map { |i| button.variant("user#{i}") }.tally
p counts.keys.sort
puts counts.sort.map { |k, n| "#{k} #{(n / 10.0).round}%" }.join(', ')
p USERS.group_by { |u| search.variant(u) }.transform_values(&:count)

begin
  Experiment.new('broken', { a: 50, b: 49 })
rescue ArgumentError => e
  puts e.message
end

colour = ->(text) { "##{Digest::SHA1.hexdigest(text)[0, 6]}" }
p USERS.first(3).to_h { |u| [u, colour[u]] }
