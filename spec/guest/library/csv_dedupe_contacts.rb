require 'csv'
require 'set'

CONTACTS = <<~CSV
  name,email,phone
  Jane Doe,JANE@EXAMPLE.COM,555-0101
  jane doe , jane@example.com,(555) 0101
  Bob Stone,bob@example.org,
  Bob Stone,bob@example.org,555 0199
  ,nobody@example.net,555-0000
  Zoë Quinn,zoe@example.com,+1 555 0142
CSV

def normalise(row)
  {
    name: row['name']&.strip&.split&.map(&:capitalize)&.join(' '),
    email: row['email'].to_s.strip.downcase,
    phone: row['phone'].to_s.gsub(/\D/, '')
  }
end

seen = Set.new
merged = {}
rejected = []

CSV.parse(CONTACTS, headers: true).each.with_index(2) do |row, line|
  record = normalise(row)
  if record[:name].nil?
    rejected << [line, 'missing name']
    next
  end
  if seen.add?(record[:email])
    merged[record[:email]] = record
  else
    old = merged[record[:email]]
    merged[record[:email]] = old.merge(record) { |_, a, b| a.to_s.empty? ? b : a }
    rejected << [line, "duplicate of #{record[:email]}"]
  end
end

puts CSV.generate { |csv|
  csv << %w[name email phone]
  merged.each_value { |r| csv << r.values }
}
puts
rejected.each { |line, why| puts "line #{line}: #{why}" }
puts "#{seen.size} unique addresses"
p seen.include?('bob@example.org')
p merged.values.map { |r| r[:phone].length }
