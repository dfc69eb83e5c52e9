# Needs Ruby 3.4: quotes in a warning of the parser
# What the parser and the interpreter warn of, by $VERBOSE, and where warnings go.
require "stringio"

def told(verbose = false)
  before = [$stderr, $VERBOSE]
  $stderr = StringIO.new
  $VERBOSE = verbose
  yield
  $stderr.string.gsub(/^.*?:(\d+): /, '\1: ')
ensure
  $stderr, $VERBOSE = before
end

def told_of(source, verbose = false) = told(verbose) { eval(source) }

p told_of("{a: 1, a: 2}"), told_of("{1.5 => 1, 1.5 => 2}"), told_of("{1000 => 1,\n 1000 => 2}")
p told_of("{a: 1, **{a: 2}}"), told_of("{a: 1, a: 2}", nil)
p told_of("1 if (x = 2)"), told_of("1 if 'text'")
p told_of("defined?(foo); 42"), told_of("defined?(foo); 42", true)
p told_of("x = 1\nx == 2\nx", true)

FIRST = 1
p told { FIRST = 2 }[/.*initialized.*/], FIRST
p told { Object.const_set(:FIRST, 3) }[/.*initialized.*/], FIRST
module Outer; INNER = 1; end
p told { Outer::INNER = 2 }[/.*initialized.*/], told { Outer::INNER += 1 }[/.*initialized.*/], Outer::INNER
p told(nil) { FIRST = 4 }

def deep = warn("here", uplevel: 1)
p told { warn "plain", "lines" }, told { warn "with place", uplevel: 0 }, told { deep }
p told(nil) { warn "nothing" }, told { warn }, told { warn "old", category: :deprecated }
p told { warn "new", category: :experimental }, told { Warning.warn("itself\n") }
p Warning[:experimental], Warning[:deprecated]
Warning[:deprecated] = true
p told { warn "old", category: :deprecated }
Warning[:deprecated] = false
[-> { Warning[:none] }, -> { Warning["experimental"] }, -> { Warning[:none] = true }, -> { Warning.warn(1) },
 -> { warn "x", category: :none }].each do |wrong|
  wrong.call
rescue ArgumentError, TypeError => e
  p e
end
