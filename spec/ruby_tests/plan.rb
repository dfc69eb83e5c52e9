# frozen_string_literal: true

require_relative "../ruby/suite/plan"

module RubyTests
  # A file of tests, which runs them at its end. `require` may name another file of the tree, too.
  class Plan < RubySuite::Plan
    METHOD = /^\s*def (test\w*[?!]?)/
    # At the top of a class, where what it stops at would end all of its tests.
    POINTER_SIZE = /\[(""|nil)\]\.pack\("p"\)\.(byte)?size/

    # @return [Array<String>] names of methods that are tests
    attr_reader :methods

    # @param slow [Array<String>] names of tests that are not run
    def initialize(tree, path, slow: [])
      super(tree, path)
      @methods = text.scrub("?").scan(METHOD).flatten.uniq
      @text += "\nTest::Unit.run(#{slow.inspect})\n"
    end

    private

    def line_of(line, file)
      line = line.gsub(POINTER_SIZE, "8")
      found = LIBRARY.match(line)
      path = found && "#{@tree}/test/#{found[3]}.rb"
      return super unless path && File.file?(path)

      add(path)
      "#{found[1]}nil\n"
    end
  end
end
