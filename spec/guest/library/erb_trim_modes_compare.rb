require 'erb'

source = "<ul>\n<% %w[a b].each do |x| %>\n  <li><%= x %></li>\n<% end %>\n</ul>\n"
dashed = "<ul>\n  <%- 2.times do |x| -%>\n  <li><%= x -%>\n</li>\n  <%- end -%>\n</ul>\n"
percent = "% 2.times do |i|\nline <%= i %>\n% end\n%% literal\n"

{ nil => source, '<>' => source, '>' => source, '-' => dashed, '%' => percent, '%-' => dashed + percent }.each do |mode, text|
  puts "trim_mode #{mode.inspect}"
  p ERB.new(text, trim_mode: mode).result
end

name = 'local'
p ERB.new('hello <%= name %>').result(binding)
p ERB.new("<%= [1, 2].map do |i| i * 2 end %>").result
p ERB.new('<%# comment %>text').result
p ERB.new('').result
p ERB.new('<% x = 5 %><%= x ** 2 %>|<%= x.inspect %>').result

erb = ERB.new("<%= raise 'boom' %>\n")
erb.filename = 'mail.erb'
erb.lineno = 10
begin
  erb.result
rescue RuntimeError => e
  puts e.message
  puts e.backtrace.first[/mail\.erb:\d+/]
end
erb.location = ['other.erb', 3]
p erb.filename, erb.lineno
