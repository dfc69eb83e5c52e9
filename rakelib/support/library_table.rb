# frozen_string_literal: true

require "yaml"

# The table of what `require` takes, by topic: that of guest/library/library.yml, in README.md between two comments.
class LibraryTable
  BEGIN_MARK = "<!-- what require takes: rake guest:library_table -->\n"
  END_MARK = "<!-- end of what require takes -->\n"

  # Of the tree in `root`.
  def initialize(root)
    @home = File.join(root, "guest/library")
    @document = File.join(root, "README.md")
    @manifest = YAML.load_file(File.join(@home, "library.yml"))
  end

  # @return [String] the rows as Markdown
  def text
    rows = topics.map { |topic, features| "| #{topic} | #{features.map { |feature| "`#{feature}`" }.join(", ")} |\n" }
    ["| for | features |\n", "|---|---|\n", *rows].join
  end

  # @return [Array<String>] features of the topics that there are not, and features that are in none or in two
  def problems
    listed = topics.values.flatten
    (listed - features).map { |feature| "#{feature} is in topics, and is no feature" } +
      (whole - listed - insides).map { |feature| "#{feature} is in no topic, nor one of insides" } +
      (insides - features).map { |feature| "#{feature} is one of insides, and is no feature" } +
      listed.tally.select { |_, times| times > 1 }.keys.map { |feature| "#{feature} is in topics twice" }
  end

  # @return [Boolean]
  def current? = File.read(@document, encoding: "UTF-8").include?(marked)

  # Writes the document anew.
  def write
    document = File.read(@document, encoding: "UTF-8")
    place = /^#{Regexp.escape(BEGIN_MARK)}.*?^#{Regexp.escape(END_MARK)}/m
    raise "#{@document} has no comments around the table" unless document.match?(place)

    File.write(@document, document.sub(place) { marked })
  end

  private

  def marked = [BEGIN_MARK, text, END_MARK].join
  def topics = @manifest.fetch("topics")
  def insides = @manifest.fetch("insides")

  def features
    own = Dir.glob("**/*.rb", base: @home).map { |file| file.delete_suffix(".rb") }
    own | @manifest.fetch("ruby").keys | @manifest.fetch("built_in")
  end

  # Those that are no part of another one.
  def whole = features.reject { |feature| feature.include?("/") || feature.include?(".") }
end
