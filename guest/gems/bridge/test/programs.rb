# Programs as the guest crate compiles and runs them, and the excerpt of a syntax error.
same eval("1 + 1"), 2
same __FILE__, "test.rb"
same __LINE__, 4
same self.to_s, "main"
same (begin; eval("1 +"); rescue SyntaxError; "refused"; end), "refused"
same eval("->(n) { n + 1 }").call(1), 2
same Host::Echo.call([nil, true, 1, 1.5, "é", :sym, 2**63]), [nil, true, 1, 1.5, "é", :sym, 2**63]
same Object.const_defined?(:Prelude), false
