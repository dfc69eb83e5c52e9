# Edits of text whose characters are several bytes.
require "stringio"
p "日本語".insert(1, "x"), "aé".insert(2, "x"), "aé".insert(-2, "é"), "abcd".insert(-3, "X"), ("a".insert(5, "x") rescue $!.message), ("a".insert(-5, "x") rescue $!.message)
[[1..], ["本"], [-1], [0, 2], [9]].each { |args| text = +"日本語"; p text.slice!(*args), text, text.size }
p "こんにちは".delete_prefix("こん"), "é: x".delete_prefix("é: "), "Ünïcode".delete_prefix("Ü"), "naïve café".delete_suffix("é"), "日x".delete_suffix("x"), "日".delete_suffix("x")
p StringIO.new("a\n\nb").readlines(""), StringIO.new("\n\na\nb\n\n\n\nc\n").gets(""), StringIO.new("a\n\n\nb").each_line("").to_a
