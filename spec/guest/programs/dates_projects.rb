# A project plan: tasks that depend on each other, early starts, slack, a Gantt chart and milestones.
require "date"

Task = Struct.new(:name, :days, :after, :start, :finish) do
  def <=>(other) = [start, name] <=> [other.start, other.name]
end

plan = { design: [5, []], backend: [8, [:design]], frontend: [6, [:design]], copy: [2, []], launch: [1, %i[backend frontend copy]] }
tasks = plan.to_h { |name, (days, after)| [name, Task.new(name, days, after)] }

def workday(date) = date.cwday < 6 ? date : date + 8 - date.cwday

def finish(start, days)
  day = start
  (days - 1).times { day = workday(day + 1) }
  day
end

schedule = lambda do |task|
  next task if task.start

  task.start = task.after.map { |name| workday(schedule.call(tasks[name]).finish + 1) }.max || Date.new(2026, 3, 2)
  task.finish = finish(task.start, task.days)
  task
end
tasks.each_value(&schedule)
first, last = tasks.values.map(&:start).min, tasks.values.map(&:finish).max
tasks.values.sort.each do |task|
  bar = (first..last).map { |day| !(task.start..task.finish).cover?(day) ? " " : day.cwday > 5 ? "·" : "█" }.join
  puts "#{task.name.to_s.ljust(9)}#{task.start.strftime("%d.%m.")} #{task.finish.strftime("%d.%m.")} |#{bar}|"
end
tasks.each_value do |task|
  followers = tasks.values.select { |other| other.after.include?(task.name) }
  slack = ((followers.map(&:start).min || last + 1) - task.finish).to_i - 1
  puts "#{task.name}: #{slack} days of slack" if slack > 0
end
puts "#{(last - first).to_i + 1} days, #{(first..last).count { |day| day.cwday < 6 }} of them worked, ends in week #{last.cweek}"
sprints = first.step(last, 7).each_with_index.map { |day, index| "S#{index + 1} #{day}..#{[day + 6, last].min}" }
puts sprints
puts first.upto(last).each_slice(7).map { |week| week.first.strftime("%-d %b") }.join(" | ")
percent = ((Date.new(2026, 3, 10) - first) / (last - first) * 100).round(1).to_f
puts "#{percent} % of the time is gone"
p tasks.transform_values { |task| task.finish.to_s }
