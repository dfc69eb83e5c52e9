# frozen_string_literal: true

require "spec_helper"
require_relative "application"

# As spec/rails/models.rb, run by rake test:rails.
RSpec.describe "docs/guides/rails.md" do
  path = File.expand_path("../../docs/guides/rails.md", __dir__)
  text = File.read(path)

  # What an initializer of Rails has.
  rails = Module.new do
    def self.application = self
    def self.config = self
    def self.to_prepare = yield
  end

  it "says what its Ruby gives" do
    process = Kobako::Catalog::Exposures::PROCESS
    table = process.table
    Object.const_set(:Rails, rails)
    place = TOPLEVEL_BINDING.dup
    wrong = claims(text).filter_map do |line, code, claim|
      value = place.eval(code, path, line)
      "line #{line}: #{value.inspect}, not #{claim}" if claim && value != place.eval(claim)
    end

    expect(wrong).to eq([])
    expect(text.scan(/ # => /).size).to be > 8
  ensure
    Object.__send__(:remove_const, :Rails)
    process.instance_variable_set(:@table, table)
  end

  # The parts of its Ruby that end by saying what they give: the line, the code, the claim.
  def claims(text)
    fences = text.lines.each_index.select { |index| text.lines[index].start_with?("```") }
    fences.each_slice(2).select { |first, _| text.lines[first] == "```ruby\n" }.flat_map do |first, last|
      parts(((first + 1)...last).map { |index| [text.lines[index], index + 1] })
    end
  end

  def parts(lines)
    lines.slice_when { |(line, _), _| claim(line) }.map do |part|
      [part.first.last, checked(part.map(&:first).join), claim(part.last.first)]
    end
  end

  def claim(line) = line[/\A\S.* # => (.*)$/, 1]

  # A claim within a statement is asked for in its place.
  def checked(code)
    code.gsub(/^( +)(\S.*?) +# => (.*)$/, "\\1(\\2) == (\\3) or raise((\\2).inspect)")
  end
end
