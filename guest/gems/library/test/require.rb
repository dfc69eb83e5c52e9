# require.
same require("json"), true
same require("json"), false
same require("json.rb"), false
same OpenStruct.new(a: 1).a, 1
same require("ostruct"), false
why = "a sandbox has no files (preload the code as a snippet, or give it a library)"
raises(LoadError, "cannot load such file -- x: #{why}") { load "x" }
raises(LoadError, "cannot load such file -- x: #{why}") { require_relative "x" }
raises(NameError, "uninitialized constant Comparable::OpenStruct") { Comparable::OpenStruct }
path = begin
  require "net/http"
rescue LoadError => absent
  absent.path
end
same path, "net/http"
