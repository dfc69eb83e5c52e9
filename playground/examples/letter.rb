# Templates are scripts, too. The rows come from "Services".
require "erb"

TEMPLATE = <<~ERB
  Dear <%= person[:name] %>,
  <% if person[:books].empty? %>
  you have returned everything. Thank you!
  <% else %>
  please bring back:
  <% person[:books].each_with_index do |book, index| %>
    <%= index + 1 %>. <%= book %>
  <% end %>
  <% end %>
ERB

letter = ERB.new(TEMPLATE, trim_mode: "<>")
Library::Readers.each do |person|
  puts letter.result_with_hash(person:), "--"
end

late = Library::Readers.reject { |person| person[:books].empty? }
late.map { |person| person[:name] }
