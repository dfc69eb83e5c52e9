# eval, instance_eval and class_eval of texts, and bindings.
x = 1
same eval("x + 1"), 2
eval("x = 5")
same x, 5
eval("fresh = 1")
same binding.local_variable_defined?(:fresh), false
raises(TypeError, "wrong argument type Integer (expected binding)") { eval("1", 2) }

here = binding
here.eval("kept = 7")
same here.eval("kept"), 7
same here.local_variable_get(:kept), 7
same eval("[__FILE__, __LINE__]", here, "other.rb", 12), ["other.rb", 12]
same eval("__FILE__"), "(eval at test.rb:15)"

same "abc".instance_eval("size"), 3
same String.class_eval("self"), String
String.class_eval("def shout = upcase + '!'")
same "a".shout, "A!"
object = Object.new
object.instance_eval("def only = :here")
same object.only, :here

def block_here = eval("yield + 1")
same block_here { 4 }, 5
same [1, 2].map { |i| [i, eval("i * x")] }, [[1, 5], [2, 10]]

incomplete = "f.rb:3: unexpected end-of-input; expected an expression after the operator\n  3 | 1 +\n    |    ^\n" \
             "f.rb:3: unexpected end-of-input, assuming it is closing the parent top level context"
raises(SyntaxError, incomplete) { eval("1 +", nil, "f.rb", 3) }
raises(SyntaxError, "(eval at test.rb:33):1: end pattern with unmatched parenthesis\n  1 | /(/\n    |   ^") do
  eval("/(/")
end
raises(SyntaxError, "(eval at test.rb:35):1: premature end of char-class: /[/\n  1 | /[/\n    | ^") { eval("/[/") }
