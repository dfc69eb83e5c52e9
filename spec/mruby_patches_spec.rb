# frozen_string_literal: true

require "tmpdir"
require_relative "../rakelib/support/mruby_patches"

RSpec.describe MrubyPatches do
  lines = (1..30).map { |i| "line #{i}\n" }
  header = "Script: p 1\nWrong: It\n  is so.\nMended: So.\nSpec: spec/x_spec.rb\nKind: fault\n"

  around do |example|
    Dir.mktmpdir do |root|
      @root = root
      write("spec/x_spec.rb", "")
      write("tree/a.c", lines.join)
      write("guest/mruby/series", "# Topic\nfaults/one\n\nours/two\n")
      patch("faults/one", header, 10, "ten")
      patch("ours/two", header.sub("fault", "ours"), 20, "twenty")
      write("guest/mruby/README.md", "Text\n<!-- table -->\n<!-- end of the table -->\n")
      series.write_table
      example.run
    end
  end

  it "applies the patches in their order, and finds nothing wrong with them" do
    expect(problems).to eq([])
    series.apply(tree)
    expect(File.readlines("#{tree}/a.c").values_at(9, 19)).to eq(%W[ten\n twenty\n])
  end

  it "makes a table of what is wrong and of which kind, and counts the kinds" do
    expect(File.read("#{@root}/guest/mruby/README.md"))
      .to include("| [faults/one](patches/faults/one.patch) | It is so. | fault |\n")
    expect(series.kinds).to eq("1 fault, 1 ours")
  end

  {
    "a field that is missing" => [/^Mended.*\n/, "", "faults/one has no Mended:"],
    "a script of three lines" => ["p 1", "p 1\n  p 2\n  p 3", "faults/one has a Script: of more than two lines"],
    "a spec that is not there" => ["x_spec", "y_spec", "faults/one names spec/y_spec.rb, which is not there"],
    "another kind" => ["Kind: fault", "Kind: mine", "faults/one is of no kind (fault or ours)"]
  }.each do |what, (from, to, problem)|
    it "tells of #{what}" do
      patch("faults/one", header.sub(from, to), 10, "ten")
      expect(problems).to include(problem)
    end
  end

  it "tells of a table that is not of these headers" do
    patch("faults/one", header.sub("is so", "was so"), 10, "ten")
    expect(problems).to eq(["README.md has another table (run `rake mruby:table`)"])
  end

  it "tells of files and series that differ, and applies nothing then" do
    write("guest/mruby/series", "faults/one\nfaults/one\nours/three\n")
    write("guest/mruby/z-four.patch", "")
    expect(problems).to contain_exactly("ours/two is not in the series", "ours/three of the series is not there",
                                        "faults/one is in the series twice", "z-four.patch is not below patches/")
    expect { series.apply(tree) }.to raise_error(MrubyPatch::Failed)
    expect(File.read("#{tree}/a.c")).to eq(lines.join)
  end

  it "refuses an offset, which refresh mends" do
    write("tree/a.c", "line 0\n#{lines.join}")
    expect(problems).to eq(["faults/one is not at its lines (run `rake mruby:refresh`)"])
    series.refresh(tree)
    expect(problems).to eq([])
    expect(File.read("#{@root}/guest/mruby/patches/faults/one.patch"))
      .to start_with("#{header}--- a/a.c\n+++ b/a.c\n@@ -8,7 ")
  end

  it "has the same digest in another order, and another one with other changes" do
    digest = series.digest(tree)
    write("guest/mruby/series", "ours/two\nfaults/one\n")
    expect(series.digest(tree)).to eq(digest)
    patch("ours/two", header, 20, "zwanzig")
    expect(series.digest(tree)).not_to eq(digest)
  end

  it "refuses a line beside a change that is another" do
    write("tree/a.c", lines.join.sub("line 21\n", "line twenty-one\n"))
    expect(problems).to eq(["ours/two fails: a.c at 17"])
    expect { series.refresh(tree) }.to raise_error(MrubyPatch::Failed)
  end

  it "tells which patches another tree does not take, and tries those that come after" do
    write("tree/a.c", "\n#{lines.join.sub("line 8\n", "line eight\n")}")
    expect(series.failures(tree)).to eq(["faults/one fails: a.c at 7"])
  end

  it "tells what another tree has already, and which file it lacks" do
    series.apply(tree)
    expect(series.failures(tree)).to eq(["faults/one fails: a.c has it already", "ours/two fails: a.c has it already"])
    File.delete("#{tree}/a.c")
    expect(series.failures(tree)).to include(/can't find file to patch/)
  end

  def series = described_class.new(@root)
  def tree = "#{@root}/tree"
  def problems = series.problems(tree)

  def write(path, text)
    FileUtils.mkdir_p(File.dirname("#{@root}/#{path}"))
    File.write("#{@root}/#{path}", text)
  end

  # A patch that changes one line of a.c.
  def patch(name, header, number, word)
    around = (number - 3..number + 3).map { |i| i == number ? "-line #{i}\n+#{word}\n" : " line #{i}\n" }
    write("guest/mruby/patches/#{name}.patch",
          "#{header}--- a/a.c\n+++ b/a.c\n@@ -#{number - 3},7 +#{number - 3},7 @@\n#{around.join}")
  end
end
