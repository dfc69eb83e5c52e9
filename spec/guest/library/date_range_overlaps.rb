# Needs Ruby 3.3: its standard library
require 'date'

Booking = Data.define(:guest, :room, :from, :to) do
  def self.parse(line)
    guest, room, dates = line.split(/\s*;\s*/)
    from, to = dates.split('..').map { |d| Date.parse(d) }
    raise ArgumentError, "#{guest}: stay ends before it starts" if to <= from

    new(guest:, room: Integer(room), from:, to:)
  end

  def nights = (to - from).to_i
  def overlap?(other) = room == other.room && from < other.to && other.from < to
end

LINES = <<~TXT.lines(chomp: true)
  Adams; 101; 2024-07-01..2024-07-05
  Baker; 101; 2024-07-04..2024-07-08
  Clark; 102; 2024-07-02..2024-07-03
  Davis; 101; 2024-07-08..2024-07-10
  Evans; 102; 2024-07-09..2024-07-07
  Frank; 1o2; 2024-07-01..2024-07-02
TXT

bookings, errors = [], []
LINES.each do |line|
  bookings << Booking.parse(line)
rescue ArgumentError => e
  errors << e.message
end

bookings.each { |b| puts "#{b.guest} room #{b.room} #{b.nights} night#{'s' if b.nights != 1}" }
bookings.combination(2).select { |a, b| a.overlap?(b) }.each do |a, b|
  shared = [a.to, b.to].min - [a.from, b.from].max
  puts "CONFLICT #{a.guest}/#{b.guest}: #{shared.to_i} night(s)"
end
puts errors

(Date.new(2024, 7, 1)..Date.new(2024, 7, 10)).each do |day|
  marks = [101, 102].map { |r| bookings.count { |b| b.room == r && (b.from...b.to).cover?(day) } }
  puts "#{day.strftime('%d')} #{marks.map { |n| '.#!'[n] }.join(' ')}"
end

p bookings.last
p bookings.last.with(room: 103).to_h
r = (Date.new(2024, 1, 1)..)
p r.cover?(Date.new(2050, 1, 1)), r.first(2).map(&:to_s)
p (Date.new(2024, 1, 1)..Date.new(2024, 1, 3)).inspect
p (Date.new(2024, 1, 1)..Date.new(2024, 2, 1)).include?(Date.new(2024, 1, 9))
