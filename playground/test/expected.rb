# frozen_string_literal: true

# Runs the playground's examples and the scripts of its guest module in the Ruby host, and writes what they come to into
# expected.json; with --check, compares it with what is there.

require "json"
require "kobako"

# What the Ruby host makes of each script.
module PlaygroundExpectations
  ROOT = File.expand_path("..", __dir__)
  FILE = "#{__dir__}/expected.json".freeze
  SOURCES = Dir["#{ROOT}/examples/*.rb", "#{ROOT}/packages/guest/test/scripts/*.rb"]
  SHOWN = 'text = KobakoValue.inspect; text.size <= 80 ? text : PP.pp(KobakoValue, +"", 80).chomp'
  # Seconds: what runs longer has no end.
  TIMEOUT = 3

  # Rows of JSON as the playground's own tables answer them.
  class Table
    include Enumerable

    METHODS = %i[all count each find first where].freeze

    def initialize(rows) = @rows = rows
    def all = @rows
    def count = @rows.size
    def each(&) = @rows.each(&)
    def find(id) = @rows.find { |row| row[:id] == id } || raise(KeyError, "no row with the id #{id}")
    def first(count = nil) = count ? @rows.first(count) : @rows.first

    def where(**conditions)
      @rows.select do |row|
        conditions.all? { |column, value| value.is_a?(Array) ? value.include?(row[column]) : row[column] == value }
      end
    end
  end

  module_function

  def all = SOURCES.to_h { |path| [path.delete_prefix("#{ROOT}/"), of(path)] }

  def of(path)
    code = read(path)
    sandbox = sandbox_for(path)
    run = sandbox.execute(code, filename: File.basename(path))
    { value: run.ok? ? shown(run.value) : nil, stdout: brief(run.stdout), stderr: brief(run.stderr),
      error: error(run.error), service_calls: run.usage.service_calls, memory: run.usage.memory_peak,
      problems: Kobako.check(code, sandbox:).map(&:to_h) }
  end

  # Whatever the locale is.
  def read(path) = File.read(path, encoding: Encoding::UTF_8)

  def sandbox_for(path)
    sandbox = Kobako::Sandbox.new(timeout: TIMEOUT)
    tables = path.sub(/rb\z/, "json")
    return sandbox unless File.exist?(tables)

    JSON.parse(read(tables), symbolize_names: true).each do |name, value|
      table = value.is_a?(Array) && value.any? && value.all?(Hash)
      table ? sandbox.bind(name.to_s, Table.new(value), only: Table::METHODS) : sandbox.bind(name.to_s, value)
    end
    sandbox
  end

  # Both ends of a long text.
  def brief(text)
    text = text.dup.force_encoding(Encoding::UTF_8).scrub
    text.size > 2000 ? "#{text[0, 500]} … #{text.size} … #{text[-500..]}" : text
  end

  # As the guest itself shows it; nil for what cannot go back in.
  def shown(value)
    Kobako::Sandbox.new(memory_limit: nil).bind("KobakoValue", value).eval(SHOWN)
  rescue ArgumentError
    nil
  end

  # Of a script that was stopped, no more than why: where it was differs each time.
  def error(error)
    return if error.nil?

    stopped = error.is_a?(Kobako::TrapError)
    problems = error.is_a?(Kobako::SandboxError) ? error.problems : []
    { type: error.class.name.split("::").last, class: error.klass, message: stopped ? nil : error.message,
      line: stopped ? nil : error.line, backtrace: stopped ? [] : error.backtrace_lines,
      problems: problems.map(&:to_h) }
  end
end

text = "#{JSON.pretty_generate(PlaygroundExpectations.all)}\n"
if ARGV == ["--check"]
  same = File.exist?(PlaygroundExpectations::FILE) && PlaygroundExpectations.read(PlaygroundExpectations::FILE) == text
  abort "the Ruby host gives something else than playground/test/expected.json (rake playground:expected)" unless same
else
  File.write(PlaygroundExpectations::FILE, text)
end
