# Without the require of csv, erb
Change = Struct.new(:kind, :text, :issue, :author)

CHANGES = [
  Change.new(:fixed, 'crash when the cart is empty', 412, 'mai'),
  Change.new(:added, 'export to CSV', nil, 'tom'),
  Change.new(:fixed, 'wrong rounding of discounts', 398, 'mai'),
  Change.new(:removed, 'support for v1 tokens', 377, 'ines')
].freeze

LAYOUT = <<~'MD'
  # <%= version %> (<%= date %>)
  <% %i[added fixed removed].each do |kind| -%>
  <% list = CHANGES.select { |c| c.kind == kind } -%>
  <% next if list.empty? -%>

  ## <%= kind.to_s.capitalize %>

  <% list.sort_by { |c| c.issue.to_i }.each do |c| -%>
  * <%= c.text[0].upcase + c.text[1..] %><%= " (##{c.issue})" if c.issue %>
  <% end -%>
  <% end -%>

  Thanks to <%= thanks(CHANGES.map(&:author).uniq.sort) %>.
MD

def thanks(names)
  case names
  in [] then 'nobody'
  in [one] then one
  in [*rest, last] then "#{rest.join(', ')} and #{last}"
  end
end

version = '2.4.0'
date = '2024-05-17'
puts ERB.new(LAYOUT, trim_mode: '-').result(binding)
p thanks([]), thanks(['x']), thanks(%w[a b])
p CHANGES.group_by(&:author).transform_values(&:count)
