# Special globals: what a match leaves, what $stdout takes, $0.
"key=value" =~ /(\w)=(\w)/
same $~[0], "y=v"
same $&, "y=v"
same $`, "ke"
same $', "alue"
same $1, "y"
same $+, "v"
same $9, nil
$~ = nil
same $1, nil
same $0 == __FILE__, true
same $PROGRAM_NAME, "test.rb"
raises(TypeError, "$stdout must have write method, Integer given") { $stdout = 5 }
raises(TypeError, "wrong argument type Integer (expected MatchData)") { $~ = 5 }
