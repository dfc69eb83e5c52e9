# Without the require of erb
WIDTH = 44

Certificate = Struct.new(:name, :course, :score, :lines) do
  def center(text) = "|#{text.center(WIDTH - 2)}|"
  def rule(char = '-') = "+#{char * (WIDTH - 2)}+"

  def grade
    case score
    when 90..100 then 'with distinction'
    when 60...90 then 'successfully'
    else raise RangeError, "#{name} did not pass (#{score})"
    end
  end

  def render(template) = template.result(binding)
end

template = ERB.new(<<~'TXT', trim_mode: '<>')
  <%= rule('=') %>

  <%= center('CERTIFICATE') %>

  <%= rule %>

  <%= center(name.split.map(&:capitalize).join(' ')) %>

  <%= center("has #{grade} completed") %>

  <%= center("\u201C#{course}\u201D") %>

  <% lines.each do |l| %>
  <%= center("- #{l} -") %>

  <% end %>
  <%= rule('=') %>
TXT

[
  Certificate.new('maria SILVA', 'Welding I', 93, ['12 lessons', 'oral exam']),
  Certificate.new('jo', 'Ruby basics', 60, []),
  Certificate.new('kim', 'Law', 12, [])
].each do |c|
  puts c.render(template).squeeze("\n")
rescue RangeError => e
  puts e.message
end

p Certificate.new('a', 'b', 90, nil).grade
p Certificate.members
