require 'erb'

class OrderPage
  include ERB::Util

  Row = Struct.new(:title, :qty, :price, keyword_init: true)

  TEMPLATE = <<~HTML
    <table>
    % @rows.each do |row|
      <tr class="<%= cycle('odd', 'even') %>"><td><%=h row.title %></td><td><%= row.qty %></td><td><%= euro(row.qty * row.price) %></td></tr>
    % end
    </table>
    <a href="/search?q=<%=u @rows.first.title %>">again</a>
    %% total
    <p><%= euro(total) %></p>
  HTML

  def initialize(rows)
    @rows = rows.map { |r| Row.new(**r) }
    @turn = -1
  end

  def render = ERB.new(TEMPLATE, trim_mode: '%<>').result(binding)

  private

  def cycle(*values) = values[(@turn += 1) % values.size]
  def total = @rows.sum { |r| r.qty * r.price }
  def euro(cents) = format('&euro;%d.%02d', *cents.divmod(100))
end

page = OrderPage.new([
  { title: 'Tea & "Biscuits"', qty: 2, price: 450 },
  { title: '<Mug>', qty: 1, price: 899 },
  { title: "Cook's knife", qty: 3, price: 1205 }
])
puts page.render

include ERB::Util
p html_escape('a < b && c > "d" \'e\''), url_encode('50% off/ä b~c'), h(nil.to_s)
p ERB::Util.h('&amp;')
begin
  OrderPage.new([{ title: 'x', colour: 1 }])
rescue ArgumentError => e
  puts e.message
end
