# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Completion do
  include Command

  # Lines of bash that print what completes `words`.
  def bash(*words)
    setup = "#{kobako("completion", "bash").out}\nCOMP_WORDS=(#{words.map { |word| "'#{word}'" }.join(" ")})\n" \
            "COMP_CWORD=#{words.size - 1}\n_kobako\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    Open3.capture2e("bash", "--norc", "-c", setup).first.lines(chomp: true).reject(&:empty?)
  end

  # The names of options as the parser itself finds them.
  def options(command) = command.new(nil).parser.summarize.join.scan(/(?<=^  |, |^      )--?[\w-]+/)

  Kobako::CLI::Commands::ALL.each do |name, command|
    it "offers bash the options of #{name}, as its help lists them" do
      expect(bash("kobako", name, "-")).to match_array(options(command))
    end

    it "offers zsh the options of #{name}" do
      line = kobako("completion", "zsh").out.lines.find { |text| text.start_with?("    #{name}) ") }

      expect(line.scan(/'\*(--?[\w-]+)=?\[/).flatten).to match_array(options(command))
    end
  end

  it "completes commands, values and files in bash" do
    in_folder("report one.rb" => "", "rules.rb" => "") do
      expect(bash("kobako", "")).to eq(Kobako::CLI::Commands::ALL.keys)
      expect(bash("kobako", "co")).to eq(%w[compile completion])
      expect(bash("kobako", "run", "--clock", "")).to eq(%w[fixed host])
      expect(bash("kobako", "run", "--timeout", "")).to be_empty
      expect(bash("kobako", "check", "r")).to match_array(["report one.rb", "rules.rb"])
      expect(bash("kobako", "--input", "ru")).to eq(["rules.rb"])
      expect(bash("kobako", "compile", "a", "-o", "ru")).to eq(["rules.rb"])
      expect(bash("kobako", "--js")).to eq(["--json"])
      expect(bash("kobako", "help", "r")).to eq(%w[run repl replay])
      expect(bash("kobako", "completion", "")).to eq(%w[bash zsh])
      expect(bash("kobako", "warm", "")).to be_empty
    end
  end

  it "is a script that each shell reads" do
    %w[bash zsh].each do |shell|
      expect(Open3.capture2e(shell, "-n", stdin_data: kobako("completion", shell).out)).to match(["", be_success])
    end
  end
end
