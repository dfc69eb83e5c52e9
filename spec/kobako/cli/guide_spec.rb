# frozen_string_literal: true

require "support/command"

RSpec.describe "docs/guides/command-line.md" do
  include Command

  guide = File.read(File.expand_path("../../../docs/guides/command-line.md", __dir__))
  blocks = guide.scan(/^```(\w+)\n(.*?)^```$/m)
  files = blocks.filter_map { |kind, text| [text[/\A# (\S+\.rb)$/, 1], text] if kind == "ruby" }.to_h
  # Pairs of a command and what it prints.
  examples = blocks.filter_map { |kind, text| text if kind == "console" }
                   .flat_map { |text| text.split(/^\$ /).drop(1).map { |example| example.split("\n", 2) } }

  it "shows what the commands print" do
    in_folder(files) do
      script = examples.map { |command, _| "#{command}; echo '<end>'" }.join("\n")
      # One after the other, whatever stream they print to.
      setup = "kobako() { #{Command::COMMAND_LINE} \"$@\"; }\nexec 2>&1\n"
      printed = Open3.capture2e("bash", "-c", setup + script).first.split(/^<end>\n/, -1)

      expect(examples.map(&:first).zip(printed)).to eq(examples.map { |command, output| [command, output.to_s] })
    end
  end

  it "names the limits and exit statuses that there are" do
    flags = Kobako::CLI::Run.new(nil).parser.summarize.join.scan(/--[a-z-]+(?= (?:BYTES|SECONDS|NUMBER|fixed))/)
    statuses = Kobako::CLI::Status.constants.map { |name| Kobako::CLI::Status.const_get(name) }

    expect(flags.size).to be > 6
    expect(flags.reject { |flag| guide.match?(/^\| .*`#{flag}`.* \|.*\|.*\|$/) }).to be_empty
    expect(statuses.reject { |status| guide.match?(/^\| [\d, ]*\b#{status}\b[\d, ]* \|/) }).to be_empty
  end
end
