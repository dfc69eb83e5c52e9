# frozen_string_literal: true

require "support/command"
require "support/processes"

RSpec.describe "exe/kobako" do
  include Command
  include Processes

  it "keeps the streams apart and gives a shell its exit status" do
    expect(executable("-e", "puts ARGV; warn 2; exit 3", "é").to_a).to eq([3, "é\n", "2\n"])
  end

  it "takes text in UTF-8 whatever the locale is" do
    in_folder("é.rb" => "p __FILE__, ARGV, 'é'.size") do
      expect(executable("run", "é.rb", "ü", env: { "LC_ALL" => "C", "LANG" => "C" }).to_a)
        .to eq([0, "\"é.rb\"\n[\"ü\"]\n1\n", ""])
    end
  end

  it "reads /dev/stdin and is quiet where streams are closed" do
    shell = "#{Command::COMMAND_LINE} run /dev/stdin; #{Command::COMMAND_LINE} eval - <&-; " \
            "#{Command::COMMAND_LINE} -e 'puts 1' >&-; echo \" $?\"; #{Command::COMMAND_LINE} nonsense 2>&-; echo $?"

    expect(Open3.capture2e("bash", "-c", shell, stdin_data: "puts 5").first).to eq("5\n 141\n2\n")
  end

  it "ends quietly when the reader of its pipe goes away" do
    shell = "#{Command::COMMAND_LINE} -e 'loop { puts %(x) * 1000 }' | head -c 5; echo \" ${PIPESTATUS[@]}\""
    expect(Open3.capture2e("bash", "-c", shell).first).to eq("xxxxx 141 0\n")

    reader, writer = IO.pipe
    reader.close
    _, status = Process.wait2(spawn(*Command::COMMAND_LINE.split, "help", out: writer))
    expect(status.exitstatus).to eq(141)
  end

  it "ends by the signal of Ctrl-C" do
    reader, writer = IO.pipe
    pid = spawn(*Command::COMMAND_LINE.split, "-e", "puts 1; loop {}", out: writer, err: writer)
    writer.close
    expect(reader.gets).to eq("1\n")
    Process.kill("INT", pid)
    _, status = Process.wait2(pid)

    expect([status.termsig, reader.read]).to eq([Signal.list["INT"], ""])
  end

  it "loads nothing of the command for an application" do
    expect(in_process("print defined?(Kobako::CLI).inspect")).to eq("nil")
  end

  it "is installed by the gem" do
    gem = Gem::Specification.load(File.expand_path("../../../kobako.gemspec", __dir__))

    expect([gem.bindir, gem.executables]).to eq(["exe", ["kobako"]])
    expect(gem.files).to include("exe/kobako", "lib/kobako/cli.rb", "lib/kobako/cli/run.rb")
    expect(File.executable?(Command::EXECUTABLE)).to be(true)
  end
end
