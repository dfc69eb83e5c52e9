# frozen_string_literal: true

# Assertions on programs that a test has as texts. What CRuby's run in a process of their own runs in a sandbox of its
# own, by the host.
module Test::Unit::Assertions
  def assert_valid_syntax(code, *where, **)
    assert_equal(:ok, compiled(code, where[0]), where[1])
  end

  def assert_syntax_error(code, expected, *where, **)
    error = assert_raise(SyntaxError) { compiled(code, where[0]) }
    assert_match(expected, error.message, where[1]) if expected.is_a?(Regexp)
    error
  end

  def assert_separately(options, file = nil, line = nil, source = nil, **)
    source ||= file
    line = nil unless line.is_a?(Integer)
    plain_options(options)
    ended = Test::Programs.run("#{"\n" * ((line || 1) - 1)}#{source}", "test/separate.rb", true)
    case ended["class"]
    when nil, "SystemExit" then nil
    when "Test::Unit::PendedError" then omit(ended["message"])
    else flunk("#{ended["class"]}: #{ended["message"]}")
    end
  end

  def assert_normal_exit(source, *, **) = Test::Programs.run(source, "-", false)

  def assert_in_out_err(options, source = "", expected_out = nil, expected_errors = nil, message = nil, **)
    plain_options(options)
    omit("needs files: a program's input") if source.is_a?(Hash)

    ended = Test::Programs.run(source, "-", false)
    out, errors = ended.values_at("out", "err")
    return yield(out.lines(chomp: true), errors.lines(chomp: true), Status.new) if block_given?

    written(expected_out, out, message)
    written(expected_errors, errors, message)
  end

  TOPLEVEL_BINDING.receiver.extend(self)

  # Of a program that ended.
  class Status
    def success? = true
    def signaled? = false
  end

  private

  # Its first statement ends it.
  def compiled(code, where = nil)
    file, line = where
    head = code[/\A(?:\uFEFF)?(?:[ \t]*#.*(?:\n|\z))*/]
    source = "#{head}#{"\n" unless head.empty? || head.end_with?("\n")}BEGIN { throw(:compiled, :ok) }\n#{code[head.size..]}"
    catch(:compiled) { eval(source, TOPLEVEL_BINDING.dup, file || "test/syntax.rb", (line || 1) - 1) }
  end

  # Those that warn, and those that say what a guest is without.
  def plain_options(options)
    plain = options.grep_v(/\A(-W\w*|-w|--disable=gems|--disable-gems|--yjit|-)\z/)
    omit("needs a process: options #{Spec.show(plain)}") unless plain.empty?
  end

  def written(expected, text, message)
    case expected
    when Array
      lines = text.lines(chomp: true)
      fits = expected.size == lines.size && expected.zip(lines).all? { |wanted, line| wanted === line }
      assert(fits, message) { pair(expected, "was not written, but", lines) }
    when Regexp then assert_match(expected, text, message)
    when String then assert_equal(expected, text, message)
    end
  end
end
