require 'date'

Sprint = Struct.new(:number, :start, :length) do
  def finish = start + length - 1
  def to_range = start..finish
  def to_s = format('Sprint %02d: %s - %s', number, start.strftime('%b %e'), finish.strftime('%b %e, %Y'))
end

def sprints(first_monday, weeks:, count:)
  raise ArgumentError, "#{first_monday} is a #{first_monday.strftime('%A')}" unless first_monday.monday?

  Array.new(count) { |i| Sprint.new(i + 1, first_monday + i * weeks * 7, weeks * 7 - 2) }
end

plan = sprints(Date.new(2024, 9, 2), weeks: 2, count: 6)
puts plan

deadlines = { 'beta' => '2024-10-02', 'security review' => '2024-11-02', 'launch' => '2024-11-20' }
puts
deadlines.transform_values { |s| Date.iso8601(s) }.each do |what, day|
  hit = plan.find { |s| s.to_range.cover?(day) }
  puts "#{what.ljust(16)} #{day} #{hit ? "in sprint #{hit.number}, day #{(day - hit.start).to_i + 1}" : 'falls outside a sprint'}"
end

puts
quarters = plan.group_by { |s| "Q#{(s.finish.month - 1) / 3 + 1}" }
p quarters.transform_values { |list| list.map(&:number) }
p plan.first
p plan.first.to_range.step(5).map(&:to_s)
p plan.each_cons(2).map { |a, b| (b.start - a.finish).to_i }.uniq

begin
  sprints(Date.new(2024, 9, 3), weeks: 1, count: 1)
rescue ArgumentError => e
  puts e.message
end
begin
  Date.iso8601('2024-9-2')
rescue Date::Error => e
  puts "#{e.class}: #{e.message}"
end
