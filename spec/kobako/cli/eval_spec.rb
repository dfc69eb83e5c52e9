# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Eval do
  include Command

  def printed(*arguments, **options) = kobako(*arguments, **options).to_a

  it "prints what the script prints, each stream apart" do
    expect(printed("-e", "puts 1 + 2; warn 'careful'")).to eq([0, "3\n", "careful\n"])
  end

  {
    "[3, 1, 2].sort" => "[1, 2, 3]\n", "{ a: 1 }" => "{a: 1}\n", '"é"' => "\"é\"\n", "false" => "false\n", "nil" => "",
    "x = 1 # a comment" => "1\n", "# frozen_string_literal: true\n'a'.frozen?" => "true\n", "" => "",
    "Struct.new(:a).new(1)" => "#<struct a=1>\n", "BasicObject.new" => "#<BasicObject>\n", "puts 1; 2" => "1\n",
    "$stderr; 2" => "2\n", "=begin\n=end\n5" => "5\n", "return" => "", "1 if false" => "", "BEGIN { 1 }\n7" => "7\n",
    "def x = 1" => ":x\n", "class A; def inspect = 3; end; A.new" => "3\n", "<<~A\n  a\nA" => "\"a\\n\"\n",
    "<<A\n__END__\nA" => "\"__END__\\n\"\n", "DATA.read\n__END__\nrest" => "\"rest\\n\"\n",
    "class A; def inspect = 'an A'; end; A.new" => "an A\n"
  }.each do |code, output|
    it "prints of #{code.inspect} #{output.inspect}" do
      expect(printed("-e", code)).to eq([0, output, ""])
    end
  end

  it "prints the value beside the output, or no value, if it is told to" do
    expect([printed("-p", "-e", "puts 1; 2"), printed("--value", "-e", "nil"), printed("--no-value", "-e", "2")])
      .to eq([[0, "1\n2\n", ""], [0, "nil\n", ""], [0, "", ""]])
  end

  it "does not make sound code of what only its own addition completes" do
    expect(kobako("-e", "1) ; (2")).to have_attributes(status: 1, out: "", err: /\A-e:1: unexpected '\)'/)
  end

  it "takes several -e as lines of one program, and what follows as ARGV" do
    expect(printed("-e", "a = ARGV", "-e", "p a, $0", "x y", "--json", "\xFF", "\#{1}", "é"))
      .to eq([0, "[\"x y\", \"--json\", \"\\xFF\", \"\\\#{1}\", \"é\"]\n\"-e\"\n", ""])
  end

  it "takes ARGV that the script may change" do
    code = 'require "optparse"; OptionParser.new { |o| o.on("-n N", Integer) { |n| p n } }.parse!; p ARGV'

    expect(printed("-e", code, "--", "-n", "3", "rest")).to eq([0, "3\n[\"rest\"]\n", ""])
  end

  it "reads code from a file or from standard input" do
    in_folder("a b.rb" => "p __FILE__") do
      expect([printed("eval", "a b.rb"), printed("eval", "-", stdin: "6 * 7")])
        .to eq([[0, "\"a b.rb\"\n", ""], [0, "42\n", ""]])
    end
  end

  it "says how to run code that was given in place of a file" do
    expect(printed("eval", "1 + 2"))
      .to eq([2, "", "kobako: cannot read 1 + 2: no such file or directory (to run code: kobako -e \"1 + 2\")\n"])
  end

  it "tells of an error as Ruby does, and ends with 1" do
    code = "def ratio(a, b)\n  a / b\nend\nratio(1, 0)"

    expect(printed("-e", code))
      .to eq([1, "", "-e:2:in 'Object#ratio': divided by 0 (ZeroDivisionError)\n\tfrom -e:4:in '<main>'\n"])
  end

  it "tells what is wrong with code that does not compile, with its place" do
    expect(printed("-e", "1 +\n)").last).to start_with("-e:2: unexpected ')'").and include("  2 | )\n    | ^")
  end

  it "leaves its own lines out of a backtrace, and the midst of a long one" do
    inspect = kobako("-e", "class A; def inspect = raise('no'); end", "-e", "A.new").err
    deep = kobako("-e", "def f(n) = n.zero? ? raise('deep') : f(n - 1)\nf(100)").err

    expect(inspect).to eq("-e:1:in 'A#inspect': no (RuntimeError)\n")
    expect(deep.lines.size).to be < 30
    expect(deep).to match(/\n\tfrom \.\.\. \d+ more \.\.\.\n/).and end_with("-e:2:in '<main>'\n")
  end

  it "ends as the script ends" do
    statuses = ["exit", "exit 3", "exit false", "exit 256 + 5", "abort", "begin; exit 4; ensure; 1; end"]
               .map { |code| printed("-e", code) }

    expect(statuses).to eq([0, 3, 1, 5, 1, 4].map { |status| [status, "", ""] })
    expect(printed("-e", "abort 'why'")).to eq([1, "", "why\n"])
  end

  it "ends with 124 for the timeout and with 137 for the memory limit, and names its own options" do
    expect(kobako("--timeout", "0.5", "-e", "puts 1; loop {}"))
      .to have_attributes(status: 124, out: "1\n", err: /\A-e:1:in '.*\(pass a larger --timeout\)/)
    expect(kobako("--memory", "1M", "-e", "'a' * 3_000_000"))
      .to have_attributes(status: 137, err: /1\.0 MiB \(pass a larger --memory\)/)
  end

  it "takes the same limits for what the compiler needs" do
    expect(kobako("--timeout", "0.01", "-e", "[#{"[1], " * 500_000}]").status).to eq(124)
    expect(kobako("--memory", "1", "-e", "1").status).to eq(137)
  end

  it "is not misled by what a script says that its value is" do
    codes = ["[false, 'a', '}']", "[nil, 3]", "'x'"].map { |value| "class Proc; def call(*) = #{value}; end; 1" }

    expect(codes.map { |code| printed("-e", code) }).to eq(["a\n", "[nil, 3]\n", "\"x\"\n"].map { |out| [0, out, ""] })
    expect(codes.map { |code| kobako("--json", "-e", code).json.values_at(:value, :inspect) })
      .to eq([[nil, "a"], [[nil, 3], "[nil, 3]"], ["x", '"x"']])
  end

  it "warns of output that was cut" do
    expect(printed("--stdout", "3", "--stderr", "1", "-e", "print 'abcdef'; warn 'xy'"))
      .to eq([0, "abc", "xkobako: stdout was cut at 3 bytes (pass a larger --stdout)\n" \
                        "kobako: stderr was cut at 1 bytes (pass a larger --stderr)\n"])
  end

  it "shows control characters as text on a terminal, and hands them on elsewhere" do
    code = 'print "a\e[31mb\u009b\r\n\t"; $stderr.print "\a"; raise "\e[1mx"'
    screens = [Command::Screen.new, Command::Screen.new]
    shown = kobako("-e", code, out: screens[0], err: screens[1])
    raw = kobako("--raw", "-e", 'print "\e[31m"', out: Command::Screen.new)

    expect(shown.out).to eq("a^[[31mb\\u009b\r\n\t")
    expect(shown.err).to start_with("^G-e:1:in '<main>': \uFFFD[1mx (RuntimeError)")
    expect(kobako("-e", code).out).to eq("a\e[31mb\u009B\r\n\t")
    expect(raw.out).to eq("\e[31m")
  end

  describe "--json" do
    it "gives value, output, usage and no error" do
      left = kobako("--json", "-e", "puts 'hi'; warn 'oh'; { a: [1, 2.5, nil, :b], 'c' => 1r }")

      expect([left.status, left.err]).to eq([0, ""])
      expect(left.json).to match(
        value: { a: [1, 2.5, nil, "b"], c: "1/1" }, inspect: '{a: [1, 2.5, nil, :b], "c" => (1/1)}', stdout: "hi\n",
        stderr: "oh\n", stdout_truncated: false, stderr_truncated: false, error: nil,
        usage: a_hash_including(service_calls: 0, wall_time: be_positive, memory_peak: be_an(Integer))
      )
    end

    it "gives what is nothing in JSON as it is inspected" do
      values = ["Object", "Float::NAN", '"\xff"', "a = []; a << a"]
               .map { |code| kobako("--json", "-e", code).json.values_at(:value, :inspect) }

      expect(values)
        .to eq([%w[Object Object], [nil, "NaN"], [nil, '"\xFF"'], [nil, "[[...]]"]])
    end

    it "gives no value where none can be written, whatever the code makes of its JSON and of inspect" do
      generates = ->(json) { "module JSON; def self.generate(*) = #{json}; end; 5" }
      codes = ["a = 1; 100.times { a = [a] }; a", generates["'[' * 100 + ']' * 100"], generates["'1e999'"],
               "def (o = Object.new).inspect = \"\\xFFa\"; o"]

      expect(codes.map { |code| kobako("--json", "-e", code).json.values_at(:value, :inspect, :error) })
        .to match([[nil, "#{"[" * 100}1#{"]" * 100}", nil], [nil, "5", nil], [nil, "5", nil],
                   [a_string_starting_with("#<Object:").or(be_nil), "\uFFFDa", nil]])
    end

    it "gives an error with its place" do
      left = kobako("--json", "-e", "print \"\\xFF\"\nraise KeyError, 'no'")

      expect([left.status, left.err]).to eq([1, ""])
      expect(left.json).to include(value: nil, inspect: nil, stdout: "\uFFFD",
                                   error: { class: "KeyError", message: "no", file: "-e", line: 2,
                                            backtrace: ["-e:2:in '<main>'"] })
    end

    it "gives limits, exits and what is no text" do
      errors = [["--timeout", "0.05", "--json", "-e", "loop {}"], ["--json", "-e", "exit 3"], ["--json", "-e", "exit"],
                ["--json", "-e", "\xFF"]].map { |arguments| kobako(*arguments) }

      expect(errors.map(&:status)).to eq([124, 3, 0, 1])
      expect(errors.map { |left| left.json[:error]&.fetch(:class) })
        .to eq(["Kobako::TimeoutError", "SystemExit", nil, "Kobako::SandboxError"])
    end
  end
end
