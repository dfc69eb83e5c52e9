# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Run do
  include Command

  def printed(*arguments, **options) = kobako("run", *arguments, **options).to_a

  it "runs a file, which prints what it prints and nothing else" do
    in_folder("a.rb" => "puts [__FILE__, $0 == __FILE__, ARGV].inspect\n42") do
      expect(printed("a.rb", "2026", "--json",
                     "-h")).to eq([0, "[\"a.rb\", true, [\"2026\", \"--json\", \"-h\"]]\n", ""])
    end
  end

  it "needs no value that can leave the sandbox, wherever the code ends" do
    codes = ["Object.new", "puts 1\nClass.new # end", "DATA.read.then { |text| print text; Object }\n__END__\n1\n",
             "print <<~A\n  1\n__END__\nA\nObject", "print '\0'; Object\0no code"]

    expect(codes.map { |code| printed("-", stdin: code) })
      .to eq([[0, "", ""], [0, "1\n", ""], [0, "1\n", ""], [0, "  1\n__END__\n", ""], [0, "\0", ""]])
  end

  it "prints the value if it is told to" do
    in_folder("a.rb" => "puts 1\n[2, Object]") do
      expect(printed("--value", "a.rb")).to eq([0, "1\n[2, Object]\n", ""])
    end
  end

  it "takes options of its own before the file" do
    in_folder("a.rb" => "puts 1\nraise 'no'") do
      left = kobako("run", "--json", "a.rb", "--json")

      expect([left.status, left.json[:stdout], left.json[:error]])
        .to eq([1, "1\n",
                { class: "RuntimeError", message: "no", file: "a.rb", line: 2, backtrace: ["a.rb:2:in '<main>'"] }])
    end
  end

  it "runs bytecode that compile made" do
    in_folder("a.rb" => "puts ARGV.inspect\ndef f = raise('no')\nf") do
      expect(kobako("compile", "a.rb", "-o", "a.mrb").status).to eq(0)
      expect(kobako("run", "a.mrb", "x"))
        .to have_attributes(status: 1, out: "[\"x\"]\n",
                            err: /\Aa\.rb:2:in 'Object#f': no \(RuntimeError\)\n\tfrom a\.rb:3/)
    end
  end

  it "says what is wrong with a file, and ends with 2" do
    in_folder("huge.rb" => "#{" " * Kobako::Program::MAX_BYTES}1") do
      expect([printed("missing.rb"), printed("."), printed("huge.rb"), printed("/dev/zero"),
              printed]).to eq(
                ["cannot read missing.rb: no such file or directory", "cannot read .: is a directory",
                 "huge.rb has more than 16777216 bytes, the limit of a message (split it)",
                 "/dev/zero has more than 16777216 bytes, the limit of a message (split it)",

                 "run needs a FILE (kobako help run shows what it takes)"]
                .map { |text| [2, "", "kobako: #{text}\n"] }
              )
    end
  end

  it "says that bytes are no text" do
    garbage = Random.new(1).bytes(2000)

    in_folder("garbage" => garbage, "latin1.rb" => "puts '\xE9'") do
      expect(%w[garbage latin1.rb].map { |name| printed(name) }).to eq(
        %w[garbage latin1.rb].map do |name|
          [1, "", "kobako: #{name}: code is not valid UTF-8 (pass UTF-8 source, and write other bytes as \"\\xNN\")\n"]
        end
      )
    end
  end

  it "shows no control characters of code that does not compile" do
    expect(printed("-", stdin: "1 + \e]0;title\a").then do |status, _, err|
             [status, err.match?(/[\0\e\a]/)]
           end).to eq([1, false])
  end

  it "calls a file by a name that fits into a backtrace" do
    name = "#{"é" * 120}.rb"
    in_folder(name => "raise 'no'", "a\nb.rb" => "raise 'no'") do |folder|
      long = ("./" * 200) + name

      expect(printed("a\nb.rb").last).to eq("a?b.rb:1:in '<main>': no (RuntimeError)\n")
      expect(printed(long).last).to match(/\A…é+\.rb:1:in '<main>': no/)
      expect(printed("#{folder}/#{name}").first).to eq(1)
    end
  end

  it "reads a pipe that has a name" do
    in_folder do
      File.mkfifo("pipe")
      writer = Thread.new { File.write("pipe", "puts 6") }

      expect(printed("pipe")).to eq([0, "6\n", ""])
      writer.join
    end
  end

  it "hands on output as it comes, and no longer than somebody reads" do
    reader, writer = IO.pipe
    status = Thread.new do
      Kobako::CLI.start(["run", "-"], stdin: StringIO.new("puts 'first'\nloop { puts 'more' }"), stdout: writer,
                                      stderr: StringIO.new)
    ensure
      writer.close
    end

    expect(reader.gets).to eq("first\n")
    reader.close
    expect(status.value).to eq(141)
  end

  it "says that output cannot be written" do
    File.open("/dev/full", "w") do |full|
      err = StringIO.new
      status = Kobako::CLI.start(%w[eval -e 1], stdout: full, stderr: err)

      expect([status, err.string]).to eq([1, "kobako: cannot write to stdout: no space left on device\n"])
    end
  end
end
