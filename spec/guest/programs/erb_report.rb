require "erb"

SALES = [
  { region: "North", product: "Tea", units: 120, price: 4.5 }, { region: "North", product: "Cake", units: 30, price: 12.25 },
  { region: "South", product: "Tea", units: 80, price: 4.5 }, { region: "South", product: "Bread", units: 200, price: 2.0 },
  { region: "Öst", product: "Cake", units: 5, price: 12.25 }
].freeze

TEXT = ERB.new(<<~'TEXT', trim_mode: "%<>")
  Sales by region
  ===============
  % regions.each do |region, rows|
  <%= region %>
  %   rows.each do |row|
    <%= row[:product].ljust(8) %> <%= row[:units].to_s.rjust(5) %> <%= format("%10.2f", row[:units] * row[:price]) %>
  %   end
    <%= "sum".ljust(14) %> <%= format("%10.2f", rows.sum { |row| row[:units] * row[:price] }) %>
  % end
  %% is how a line begins that has one percent sign
  <% best = regions.max_by { |_, rows| rows.sum { |row| row[:units] * row[:price] } } %>
  Best: <%= best.first %>
TEXT

HTML = ERB.new(<<~'HTML', trim_mode: "-")
  <table>
    <tr><%- columns.each do |column| -%><th><%= ERB::Util.html_escape(column) %></th><%- end -%></tr>
  <%- rows.each_with_index do |row, index| -%>
    <tr class="<%= index.even? ? "even" : "odd" %>">
    <%- row.each do |cell| -%>
      <td><%= cell.is_a?(Numeric) ? format("%.1f", cell) : ERB::Util.h(cell) %></td>
    <%- end -%>
    </tr>
  <%- end -%>
  </table>
HTML

CHART = ERB.new("<% totals.each do |name, value| %><%= name.ljust(6) %>|<%= '#' * (value / 50) %> <%= value.round %>\n<% end %>")

regions = SALES.group_by { |row| row[:region] }
puts TEXT.result(binding)
puts HTML.result_with_hash(columns: ["Product", "Units & more", "<Share>"],
                           rows: SALES.group_by { |row| row[:product] }
                                      .map { |name, list| [name, list.sum { |row| row[:units] }, list.size / 5.0 * 100] })
totals = SALES.each_with_object(Hash.new(0)) { |row, sums| sums[row[:product]] += row[:units] * row[:price] }
puts CHART.result(binding)
puts ERB.new("<%= totals.keys.sort.join(', ') %>; <%= regions.size %> regions").result(binding)
puts [nil, ">", "<>", "-", "%"].map { |mode|
  ERB.new("a\n<% 2.times do |i| %>\n<%= i %>\n<% end %>\nb\n", trim_mode: mode).result.inspect
}
