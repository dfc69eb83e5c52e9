# Needs Ruby 3.4: the place in the name, and the owners of methods in backtraces
# A text without the name of a file is called after the place that evaluates it.
p eval("__LINE__"), eval("[__FILE__, __LINE__]", nil, "a.rb", 7), eval("__FILE__").match?(/\A\(eval at .+:\d+\)\z/)
p binding.eval("__FILE__") == eval("__FILE__"), eval("eval('__FILE__')").match?(/\A\(eval at \(eval at .+:\d+\):1\)\z/)
p Object.new.instance_eval("__FILE__") == eval("__FILE__"), String.class_eval("__FILE__") == eval("__FILE__")
begin
  eval("1\nraise 'here'")
rescue => e
  puts e.backtrace.first[/:\d+:in.*/]
end
