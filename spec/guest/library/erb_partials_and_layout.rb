require 'erb'

class View
  TEMPLATES = {
    layout: "<html>\n<title><%= title %></title>\n<%= yield %>\n</html>",
    list: "<ul>\n<% items.each do |item| -%>\n<%= render(:item, item: item) %>\n<% end -%>\n</ul>",
    item: "  <li><%= h(item.is_a?(Array) ? item.join(': ') : item.to_s) %></li>",
    loop: '<%= render(:loop) %>'
  }.freeze

  MissingTemplate = Class.new(StandardError)
  TooDeep = Class.new(StandardError)

  include ERB::Util

  def initialize
    @depth = 0
    @calls = Hash.new(0)
  end
  attr_reader :calls

  def render(name, **locals)
    raise TooDeep, "more than 5 levels at #{name}" if (@depth += 1) > 5

    source = TEMPLATES.fetch(name) { raise MissingTemplate, "no template #{name.inspect}" }
    @calls[name] += 1
    ERB.new(source, trim_mode: '-', eoutvar: "@out#{@depth}").result(scope(locals) { @content })
  ensure
    @depth -= 1
  end

  def page(title, name, **locals)
    @content = render(name, **locals)
    render(:layout, title:)
  end

  private

  def scope(locals)
    b = binding
    locals.each { |k, v| b.local_variable_set(k, v) }
    b
  end
end

view = View.new
puts view.page('Stock & more', :list, items: ['nails', ['screws', 40], '<b>glue</b>', nil])
p view.calls

%i[nope loop].each do |name|
  puts view.render(name)
rescue View::MissingTemplate, View::TooDeep => e
  puts "#{e.class}: #{e.message}"
end
begin
  view.render(:item)
rescue NameError => e
  puts e.message[/undefined local variable or method .item'/]
end
