require "erb"

class Letter
  TEMPLATE = <<~'TEXT'
    <%= company %>
    <%= "-" * company.length %>

    Dear <%= salutation %>,

    <% if late? -%>
    your invoice <%= number %> of <%= euros(total) %> is <%= days %> day<%= "s" unless days == 1 %> late.
    <% if days > 14 -%>
    We add a fee of <%= euros(fee) %>.
    <% end -%>
    <% else -%>
    thank you for paying <%= euros(total) %>.
    <% end -%>

    <%- items.each.with_index(1) do |(name, count, price), index| -%>
    <%= index %>. <%= name.ljust(12) %> <%= count.to_s.rjust(3) %> x <%= euros(price).rjust(9) %> = <%= euros(count * price).rjust(10) %>
    <%- end -%>
       <%= "Total".ljust(32) %><%= euros(total + (late? && days > 14 ? fee : 0)).rjust(11) %>
    <%# The greeting depends on how late it is. %>
    <%= late? ? "Please pay soon," : "Kind regards," %>
    <%% Accounts %%>
  TEXT

  ERB_TEMPLATE = ERB.new(TEMPLATE, trim_mode: "-")

  attr_reader :company, :number, :items, :days

  def initialize(company:, customer:, number:, items:, days: 0)
    @company, @customer, @number, @items, @days = company, customer, number, items, days
  end

  def salutation = [@customer[:title], @customer[:name]].compact.join(" ")
  def late? = days.positive?
  def total = items.sum { |_, count, price| count * price }
  def fee = (total * 0.05).round
  def euros(cents) = "€#{(cents / 100).to_s.reverse.scan(/\d{1,3}/).join(",").reverse}.#{format("%02d", cents % 100)}"
  def to_s = ERB_TEMPLATE.result(binding)
end

items = [["Green tea", 3, 450], ["Kännchen", 12, 123_45], ["東京 cup", 1, 9]]
puts Letter.new(company: "Tea & Co", customer: { title: "Dr.", name: "Zoë Größe" }, number: "R-17", items: items, days: 1)
puts "=" * 20
puts Letter.new(company: "Tea & Co", customer: { name: "Ann" }, number: "R-18", items: items.first(1), days: 20)
puts "=" * 20
puts Letter.new(company: "T", customer: { name: "Bob" }, number: "R-19", items: [])

# The same for a whole list, with locals alone.
mail = ERB.new("<%= name %> <<%= address %>>: <%= amounts.map { |a| format('%.2f', a) }.join(' + ') %>")
[["Ann", "ann@example.com", [1.5, 2]], ["Böb", "bob@example.com", []]].each do |name, address, amounts|
  puts mail.result_with_hash(name: name, address: address, amounts: amounts)
end
begin
  mail.result_with_hash(name: "Cy")
rescue NameError => e
  puts e.class, e.message[/undefined local variable or method .\w+./].to_s.tr("`", "'")
end
