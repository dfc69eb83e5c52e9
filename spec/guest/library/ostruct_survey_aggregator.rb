require 'ostruct'
require 'set'

RAW = [
  'name=Ann;age=34;likes=tea,chess',
  'name=Bob;age=;likes=',
  'name=Cid;age=abc;likes=tea',
  'name=Dee;likes=chess,golf;note=late=yes',
  ';;',
  'age=20'
].freeze

Warning = Struct.new(:row, :text)
warnings = []

people = RAW.each_with_index.filter_map do |line, i|
  pairs = line.split(';').reject(&:empty?).map { |p| p.split('=', 2) }
  person = OpenStruct.new(pairs.to_h)
  unless person.name
    warnings << Warning.new(i + 1, 'no name')
    next
  end
  person.age = Integer(person.age, exception: false) if person.age
  warnings << Warning.new(i + 1, "age of #{person.name} unusable") if person.respond_to?(:age) && person.age.nil?
  person.likes = Set.new(person.likes.to_s.split(','))
  person
end

people.each { |x| puts "#{x.name}: #{x.age || '?'}, likes #{x.likes.empty? ? 'nothing' : x.likes.to_a.join(' and ')}" }
warnings.each { |w| puts "row #{w.row}: #{w.text}" }

summary = OpenStruct.new(count: people.size)
summary.ages = people.filter_map(&:age)
summary.mean = summary.ages.sum.fdiv(summary.ages.size)
summary.popular = people.flat_map { |x| x.likes.to_a }.tally.max_by { |k, v| [v, k] }
p summary
p people.last.note, people.first.note, people.last.to_h.keys
pairs = people.combination(2).select { |a, b| a.likes.intersect?(b.likes) }
pairs.each { |a, b| puts "#{a.name} & #{b.name}: #{(a.likes & b.likes).sort.join}" }
p people.partition(&:age).map { |g| g.map(&:name) }
p warnings.first.to_a, summary.to_h.keys
summary.each_pair { |k, v| puts "#{k} -> #{v.inspect}" }
