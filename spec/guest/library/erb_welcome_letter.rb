require 'erb'

TEMPLATE = <<~'ERB'
  Dear <%= member[:name] %>,

  welcome to the <%= club %>! Your number is <%= format('%04d', member[:id]) %>.
  <%- if member[:guests].empty? -%>
  You can bring guests any time.
  <%- else -%>
  Your guests:
  <%- member[:guests].each.with_index(1) do |guest, i| -%>
    <%= i %>. <%= guest %>
  <%- end -%>
  <%- end -%>
  <%# internal: reviewed by the office %>
  Yours,
  <%= club.split.map { |w| w[0] }.join %>
ERB

members = [
  { name: 'Olga', id: 17, guests: %w[Pavel Rita] },
  { name: 'Sam', id: 203, guests: [] }
]

renderer = ERB.new(TEMPLATE, trim_mode: '-')
members.each do |member|
  puts renderer.result_with_hash(member:, club: 'Harbour Rowing Club')
  puts '=' * 20
end

begin
  renderer.result_with_hash(member: members.first)
rescue NameError => e
  puts "#{e.class}: #{e.name}"
end
begin
  ERB.new('<%= 1 + %>').result
rescue SyntaxError => e
  puts e.class
end
p ERB.new("a<%% b %%> <%= 1 %>").result
