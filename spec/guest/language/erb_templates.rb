# Needs Ruby 3.3: ERB::Escape
require "erb"

def t
  yield
rescue SyntaxError => e
  e.class
rescue StandardError => e
  "#{e.class}: #{e.message[/\A[^\n]*/]}"
end

x = 5
puts ERB.new("x=<%= x %>!").result(binding), ERB.new("x=<%= defined?(nope).inspect %>").result
puts ERB.new("<% 3.times do |i| -%>\n  <li><%= i %></li>\n<% end -%>\nend\n", trim_mode: "-").result
puts ERB.new("% 3.times do |i|\n<%= i %>\n% end\n%% z\n<%# c %>a<% b = 1 %><%= b %>", trim_mode: "%<>").result
puts ERB.new("<%= a + b %>").result_with_hash(a: 1, b: 2), ERB.new("<%= x %>").result_with_hash(x: 99), x
templates = ["a<%= 1 %>\nb\n", "<% if true %>\nq\n<% end %>\n", "<%% %%> <%# c %> %\n", "% x\n%% y\n <%= 1 -%>\n", "é<%= 'ü' %>\n日本", "", "\n",
             "a\r\n<% 1 %>\r\n<%- 2 -%>\r\n", "<%=\n1\n%>\n<%#\n%>z", "\"q\" \\ \#{1} <%= '\#{2}' %>"]
templates.each do |text|
  [nil, "-", ">", "<>", "%", "%-", "%<>", 1, 2].each do |mode|
    puts "#{text.inspect} #{mode.inspect}", t { ERB.new(text, trim_mode: mode).src }, t { ERB.new(text, trim_mode: mode).result.inspect }
  end
end
p ERB.new("a", eoutvar: "@out").src, ERB.new("a").encoding, ERB.new("<%# -*- coding: utf-8 -*- %>\na").encoding
class Page
  include ERB::Util

  def initialize = @a = "<b>"
  def get = binding
end
puts ERB.new("<%= h(@a) %> <%=u @a%>").result(Page.new.get)
ERB.new("<%= @a %> <%= y %>").def_method(Page, "render(y)", "page.erb")
puts Page.new.render(3)
Page.include(ERB.new("m<%= 1 %>").def_module("go()"))
puts Page.new.go, ERB.new("c<%= @q %><%= @a %>").def_class(Page, "go2()").new.go2
p t { ERB.new("a\nb <%= raise 'no' %>\n").result }, t { ERB.new("<%= nope %>").result }.sub(/ for .*/, "").tr("`", "'")
p t { ERB.new("<%= 1 + %>").result }, t { ERB.new(nil) }[/\A\w+/]
ERB.new("hi <%= 1 %>\n").run
p ERB::Util.h("<>&\"'é"), ERB::Util.u("a b/é~*"), ERB::Util.html_escape(nil), ERB::Util.url_encode(1.5), ERB::Escape.html_escape(:"<")
