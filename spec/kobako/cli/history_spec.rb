# frozen_string_literal: true

require "kobako/cli"
require "tmpdir"

RSpec.describe Kobako::CLI::History do
  around { |example| Dir.mktmpdir { |folder| @folder = folder and example.run } }

  let(:path) { "#{@folder}/state/kobako/history" }

  def kept(*texts)
    history = described_class.new(path)
    texts.each { |text| history.add(text) }
    history.save
    described_class.new(path).entries
  end

  it "keeps what was typed, in a file of this user alone" do
    expect(kept("a", "x = <<~A\n  é\\n\nA")).to eq(["a", "x = <<~A\n  é\\n\nA"])
    expect(kept("b").last(2)).to eq(["x = <<~A\n  é\\n\nA", "b"])
    expect([path, File.dirname(path)].map { |name| File.stat(name).mode & 0o777 }).to eq([0o600, 0o700])
    expect(Dir.children(File.dirname(path))).to eq(["history"])
  end

  it "keeps the latest thousand" do
    kept(*Array.new(999, "old"))

    expect(kept("1", "2")).to eq([*Array.new(998, "old"), "1", "2"])
  end

  it "takes what another hand wrote for what it is" do
    FileUtils.mkdir_p(File.dirname(path))
    File.binwrite(path, "\"a\"\nno JSON\n3\n\"\xFF\"\n\n[\"b\"]\n")

    expect(described_class.new(path).entries).to eq(["a", "\uFFFD"])
  end

  it "keeps nothing where it cannot" do
    blocked = [nil, "/proc/kobako/history", "#{@folder}/file/history"]
    File.write("#{@folder}/file", "")

    blocked.each do |place|
      history = described_class.new(place)
      history.add("a")
      expect([history.save, history.entries]).to eq([nil, []])
    end
  end

  it "stands below XDG_STATE_HOME, else ~/.local/state, else nowhere" do
    paths = [{ "XDG_STATE_HOME" => "/s", "HOME" => "/h" }, { "XDG_STATE_HOME" => "", "HOME" => "/h" },
             { "XDG_STATE_HOME" => "s" }, {}]
            .map do |env|
      described_class.path({ "XDG_STATE_HOME" => nil, "HOME" => nil }.merge(env))
    end

    expect(paths).to eq(["/s/kobako/history", "/h/.local/state/kobako/history", nil, nil])
  end
end
