# frozen_string_literal: true

# The tests of guest/gems/*/test, each file a script of the guest's own Ruby.
module GemTests
  ROOT = File.expand_path("../../guest/gems", __dir__)
  FILES = Dir.glob("*/test/*.rb", base: ROOT).sort

  # What a test says: `same value, expected` and `raises(Class, "message") { ... }`, each by its line.
  PRELUDE = <<~RUBY
    $checks = 0
    $failures = []

    def fails(text)
      line = caller.find { |place| place.start_with?("test.rb") }
      $failures << "\#{line}: \#{text}"
    end

    def same(value, expected)
      $checks += 1
      fails("\#{value.inspect} is not \#{expected.inspect}") unless value.class == expected.class && value == expected
    end

    def raises(type, message)
      $checks += 1
      value = yield
      fails("\#{value.inspect} instead of \#{type}")
    rescue Exception => error
      return if error.class == type && error.message == message

      fails("\#{error.class}: \#{error.message} is not \#{type}: \#{message}")
    end
  RUBY

  class << self
    def gems = Dir.glob("*/", base: ROOT).map { |folder| folder.chomp("/") }.sort

    # [the number of checks, the texts of those that failed].
    def run(file, sandbox)
      sandbox.preload(code: PRELUDE, name: :Prelude)
      sandbox.eval("#{File.read(File.join(ROOT, file))}\n[$checks, $failures]", filename: "test.rb")
    end
  end
end
