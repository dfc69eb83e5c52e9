require "erb"

def place
  yield
rescue StandardError => e
  e.backtrace[0][/\A[\w.]+:\d+/]
end

[-1, 0, 1, 7].each do |line|
  p place { eval("# first\n\nraise 'x'", binding, "text", line) }
  p eval("\n\n__LINE__", binding, "text", line)
end

view = Class.new
ERB.new("<% raise 'in it' %>").def_method(view, "show", "view.erb")
p place { view.new.show }
