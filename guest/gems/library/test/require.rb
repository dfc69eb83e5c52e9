# require.
same require("json"), true
same require("json"), false
json = "json.rb"
same require(json), false
same Shellwords.split("a b"), %w[a b]
same require("shellwords"), false
why = "a sandbox has no files (preload the code as a snippet, or give it a library)"
raises(LoadError, "cannot load such file -- x: #{why}") { load "x" }
raises(LoadError, "cannot load such file -- x: #{why}") { require_relative "x" }
raises(NameError, "uninitialized constant Comparable::Shellwords") { Comparable::Shellwords }
path = begin
  require "net/http"
rescue LoadError => absent
  absent.path
end
same path, "net/http"
