# Leave requests: overlaps, merged absences, coverage of a team, balances.
# Needs Ruby 3.2: Data
require "date"

Request = Data.define(:who, :from, :to) do
  def self.parse(line)
    who, from, to = line.split(/,\s*/)
    new(who:, from: Date.parse(from), to: Date.parse(to || from))
  end

  def range = from..to
  def overlap?(other) = from <= other.to && other.from <= to
  def workdays = range.reject { |day| day.saturday? || day.sunday? }.size
  def to_s = "#{who} #{from.strftime("%d %b")}#{" – #{to.strftime("%d %b")}" if to != from}"
end

requests = <<~TEXT.lines(chomp: true).map { |line| Request.parse(line) }
  ada, 2026-07-06, 2026-07-17
  bob, 2026-07-15, 2026-07-24
  cyd, 2026-07-24
  ada, 2026-07-18, 2026-07-21
  bob, 2026-12-24, 2027-01-01
TEXT
requests.each { |request| puts "#{request}: #{request.workdays} workdays of #{request.range.count}" }
requests.combination(2).select { |a, b| a.who != b.who && a.overlap?(b) }.each do |a, b|
  common = [a.from, b.from].max..[a.to, b.to].min
  puts "#{a.who} and #{b.who} are both away on #{common.map(&:day).join(", ")} of #{common.first.strftime("%B")}"
end
merged = requests.group_by(&:who).transform_values do |list|
  list.sort_by(&:from).each_with_object([]) do |request, spans|
    if spans.any? && request.from <= spans.last[1] + 1
      spans.last[1] = [spans.last[1], request.to].max
    else
      spans << [request.from, request.to]
    end
  end
end
merged.each { |who, spans| puts "#{who}: #{spans.map { |from, to| "#{from}/#{to} (#{(to - from).to_i + 1})" }.join(", ")}" }
july = Date.new(2026, 7, 1)..Date.new(2026, 7, -1)
july.each_slice(7) do |week|
  puts week.map { |day| requests.count { |r| r.range.cover?(day) }.then { |n| n.zero? ? "." : n } }.join(" ")
end
balance = Hash.new(25)
requests.each { |request| balance[[request.who, request.from.year]] -= request.workdays }
balance.sort.each { |(who, year), left| puts "#{who} #{year}: #{left}" }
p requests.min_by(&:from).from, requests.map(&:range).max_by(&:count).last, requests.first == Request.parse("ada, 6 July 2026, 17 July 2026")
p requests.map(&:from).uniq.size, requests.to_h { |r| [r.from, r.who] }[Date.new(2026, 7, 24)], july.step(10).map(&:mday)
