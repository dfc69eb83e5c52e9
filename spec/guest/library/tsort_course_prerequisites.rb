require 'tsort'

class Curriculum < Hash
  include TSort

  alias tsort_each_node each_key

  def tsort_each_child(node, &block)
    fetch(node) { [] }.each(&block)
  end

  def self.parse(text)
    text.each_line.with_object(new) do |line, plan|
      course, needs = line.chomp.split(/\s*<-\s*/)
      (plan[course] ||= []).concat(needs.to_s.split(/,\s*/))
      plan[course].each { |n| plan[n] ||= [] }
    end
  end

  def terms(max)
    done = []
    list = []
    until done.size == size
      ready = (keys - done).select { |c| (self[c] - done).empty? }.sort.first(max)
      raise TSort::Cyclic, "stuck with #{(keys - done).sort.join(', ')}" if ready.empty?

      list << ready
      done += ready
    end
    list
  end
end

plan = Curriculum.parse(<<~TXT)
  Algebra
  Calculus <- Algebra
  Physics <- Calculus
  Statistics <- Algebra, Programming
  Machine Learning <- Statistics, Calculus
  Databases <- Programming
TXT

puts plan.tsort.join(' > ')
plan.terms(2).each.with_index(1) { |list, i| puts "Term #{i}: #{list.join(' + ')}" }
p plan.strongly_connected_components.flatten.size == plan.size
p plan.each_strongly_connected_component_from('Physics').to_a.flatten
needed = ->(course) { plan.each_strongly_connected_component_from(course).to_a.flatten - [course] }
p needed['Machine Learning'].sort

plan['Algebra'] << 'Physics'
begin
  plan.tsort
rescue TSort::Cyclic => e
  puts e.message
end
begin
  plan.terms(3)
rescue TSort::Cyclic => e
  puts e.message
end
p plan.strongly_connected_components.select { |c| c.size > 1 }.map(&:sort)
p plan.class, plan.is_a?(TSort), TSort.instance_methods.sort
