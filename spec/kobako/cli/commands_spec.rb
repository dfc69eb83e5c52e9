# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Commands do
  include Command

  def printed(*arguments) = kobako(*arguments).to_a

  it "shows all of them when none is named, which is a mistake, or when help is asked for" do
    expect([printed, printed("help"), printed("-h"), printed("--help")].map(&:first)).to eq([2, 0, 0, 0])
    expect(printed[2]).to eq(printed("help")[1])
    expect(printed("help")[1]).to include("Exit status:", "kobako -e 'puts 1 + 2'", *described_class::ALL.keys)
  end

  described_class::ALL.each do |name, command|
    it "says what #{name} takes, by help and by --help, with examples" do
      expect(printed("help", name)).to eq([0, command.new(nil).help, ""])
      expect(printed(name, "--help")).to eq(printed("help", name))
      expect(command.new(nil).help).to include("Usage: kobako ", "\nOptions:\n", "\nExamples:\n  ")
      expect(command.new(nil).help.lines.map { |line| line.chomp.size }.max).to be <= 120
    end

    it "refuses an option that #{name} does not have, and one without its value" do
      expect(printed(name, "--nonsense"))
        .to eq([2, "", "kobako: invalid option: --nonsense (kobako help #{name} shows what it takes)\n"])
    end
  end

  it "refuses a value that is missing, and bytes that are no text" do
    expect(printed("run", "--timeout")).to match([2, "", /\Akobako: missing argument: --timeout \(/])
    expect(printed("run", "--\xFF")).to match([2, "", /\Akobako: invalid option: --\? \(/])
    expect(printed("-\xFF")).to match([2, "", /\Akobako: invalid option: -\? \(/])
  end

  it "names what is no text beside what is" do
    in_folder("\xFFé.json" => '{"é": é}') do
      expect([["\xFFé.rb"], ["--input", "\xFFé.json", "-e", "1"], ["completion", "\xFF", "é"]]
             .map { |arguments| printed(*arguments) })
        .to match([[2, "", /to run the file: kobako run \?é\.rb/], [2, "", /\Akobako: --input \?é\.json is no JSON: /],
                   [2, "", /\Akobako: completion takes bash or zsh, got "\\xFF" "é"/]])
    end
  end

  it "refuses a null byte" do
    expect([printed("run", "a\0"), printed("\0"), printed("-e", "\0")])
      .to all(eq([2, "", "kobako: an argument has a null byte in it, which no shell gives a program\n"]))
  end

  it "proposes the nearest option" do
    expect(printed("--timout", "1", "-e", "1").last).to match(/invalid option: --timout.*Did you mean\?\s+timeout/)
  end

  {
    "runn" => "did you mean run?", "chekc" => "did you mean check?", "frobnicate" => "kobako help lists them",
    "report.rb" => "to run the file: kobako run report.rb", "-" => "kobako help lists them",
    "\e[31m" => "kobako help lists them", "\xFF" => "kobako help lists them"
  }.each do |name, advice|
    it "does not know #{name.inspect}: #{advice}" do
      expect(printed(name)).to match([2, "",
                                      /\Akobako: there is no command .*\(#{Regexp.escape(advice)}\)\n\z/])
      expect(printed("help", name).first).to eq(2)
    end
  end

  it "refuses what a command does not take" do
    expect([%w[warm x], %w[version x], %w[repl x], %w[help a b], %w[completion], %w[completion fish], %w[run],
            %w[check]]
           .map do |arguments|
             printed(*arguments)
           end).to all(match([2, "",
                              /\Akobako: .* \(kobako help \w+ shows what it takes\)\n\z/]))
  end

  it "prints the version" do
    expect([printed("version"), printed("--version"),
            printed("-v")]).to all(match([0, /\Akobako #{Kobako::VERSION} \(ruby /, ""]))
  end

  it "documents each exit status" do
    statuses = Kobako::CLI::Status.constants.map { |name| Kobako::CLI::Status.const_get(name) } - [141]

    expect(statuses.map(&:to_s) - printed("help")[1].scan(/\d+/)).to be_empty
  end
end
