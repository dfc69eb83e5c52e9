# frozen_string_literal: true

require "fileutils"
require "tmpdir"
require_relative "../rakelib/support/library_table"

RSpec.describe LibraryTable do
  root = File.expand_path("..", __dir__)

  # Yields a tree with these topics and this text of README.md.
  def tree(topics, readme)
    Dir.mktmpdir do |folder|
      FileUtils.mkdir_p("#{folder}/guest/library")
      manifest = { "ruby" => { "csv" => "lib/csv.rb", "csv/row" => "lib/csv/row.rb", "tsort" => "lib/tsort.rb" },
                   "built_in" => ["set"], "insides" => [], "topics" => topics }
      File.write("#{folder}/guest/library/library.yml", YAML.dump(manifest))
      File.write("#{folder}/README.md", readme)
      yield described_class.new(folder), folder
    end
  end

  it "has each feature in a topic, and README.md has the table" do
    table = described_class.new(root)
    expect(table.problems).to be_empty
    expect(table).to be_current
  end

  it "tells what is in no topic, in two, or not there" do
    tree({ "tables" => %w[csv csv set gone] }, "") do |table,|
      expect(table.problems).to contain_exactly(/gone is in topics/, /tsort is in no topic/, /csv is in topics twice/)
    end
  end

  it "writes the table between its comments, and nothing else" do
    readme = "a\n#{described_class::BEGIN_MARK}old\n#{described_class::END_MARK}b\n"
    tree({ "tables" => %w[csv csv/row], "objects" => ["set"] }, readme) do |table, folder|
      expect(table).not_to be_current
      table.write
      expect(table).to be_current
      expect(File.read("#{folder}/README.md")).to eq("a\n#{described_class::BEGIN_MARK}#{<<~TABLE}b\n")
        | for | features |
        |---|---|
        | tables | `csv`, `csv/row` |
        | objects | `set` |
        #{described_class::END_MARK.chomp}
      TABLE
    end
  end

  it "refuses a document without the comments" do
    tree({ "tables" => ["csv"] }, "a\n") { |table,| expect { table.write }.to raise_error(/no comments/) }
  end
end
