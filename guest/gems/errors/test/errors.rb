# Exceptions, and what is said of names that are not there.
raises(NoMethodError, "undefined method 'nope' for an instance of Integer") { 5.nope }
raises(NameError, "uninitialized constant Nope") { Nope }
same (5.nope rescue $!.receiver), 5
same ({}.fetch(:a) rescue $!.key), :a
same ("".freeze << "a" rescue $!.receiver), ""
same StandardError.new("a") == StandardError.new("a"), true
same StandardError.new("a").full_message, "a (StandardError)"
same Interrupt.superclass, SignalException
same NoMatchingPatternKeyError.new("x", matchee: 1, key: :k).key, :k
same (File rescue $!.message.include?("a sandbox has no files")), true
