# Exceptions, and what is said of names that are not there.
raises(NoMethodError, "undefined method 'nope' for an instance of Integer") { 5.nope }
raises(NameError, "uninitialized constant Nope") { Nope }
same (5.nope rescue $!.receiver), 5
same ({}.fetch(:a) rescue $!.key), :a
same ("".freeze << "a" rescue $!.receiver), ""
same StandardError.new("a") == StandardError.new("a"), true
same StandardError.new("a").detailed_message, "a (StandardError)"
same StandardError.new("a").full_message.end_with?(": a (StandardError)\n"), true
same RuntimeError.new("").detailed_message, "unhandled exception"
same StandardError.new("").detailed_message(highlight: true), "\e[1;4mStandardError\e[m"
same Class.new(StandardError).new("a\nb").detailed_message, "a\nb"
same StandardError.new("a\nb").detailed_message(highlight: true),
     "\e[1ma (\e[1;4mStandardError\e[m\e[1m)\e[m\n\e[1mb\e[m"
same [Exception.to_tty?, NoMethodError.new("m", :x, [], true).private_call?], [false, true]
same Interrupt.superclass, SignalException
same NoMatchingPatternKeyError.new("x", matchee: 1, key: :k).key, :k
same (File rescue $!.message.include?("a sandbox has no files")), true
