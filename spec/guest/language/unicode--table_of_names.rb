# Columns of text that is not ASCII line up: widths and precisions count characters.
NAMES = { "Zoë" => 3.5, "Łukasz" => 12.25, "Ana" => 100, "名前" => 7, "" => 0 }.freeze

NAMES.each { |name, amount| puts format("|%-8s|%8s|%.2s|%9.2f|", name, name, name, amount) }
puts format("%c%c%3c", "é", "x", "ü"), format("%-5p|%5p", "é", "ü"), format("%<name>-6s|%{name}", name: "Ü")
puts NAMES.keys.map { |name| name.ljust(8, ".") + name.rjust(8, "·") + name.center(9, "*") }
puts "%5s|%-5s|" % %w[ñ ñ]
