# frozen_string_literal: true

require "timeout"

RSpec.describe "Output of the guest" do
  let(:sandbox) { Kobako::Sandbox.new }

  def stdout(code)
    sandbox.eval("#{code}\nnil")
    sandbox.stdout
  end

  def stderr(code)
    sandbox.eval("#{code}\nnil")
    sandbox.stderr
  end

  {
    "puts" => "\n", "puts 'a', 1, nil" => "a\n1\n\n", "puts ['a', ['b', []]]" => "a\nb\n", "puts \"a\\n\"" => "a\n",
    "puts []" => "", "puts [nil]" => "\n",
    "print 'a', 1, nil, :b" => "a1b", "p 'a', :b" => "\"a\"\n:b\n", "p" => "", "pp({ 1 => [2] })" => "{1 => [2]}\n",
    "printf '%05.1f|%s', 1.25, :x" => "001.2|x", "putc 65; putc 'BC'" => "AB",
    "$stdout << 'a' << 1" => "a1", "STDOUT.puts 'a'" => "a\n", "$stdout.print 'a', 'b'" => "ab",
    "$stdout.write 'a', :b" => "ab", "$stdout.printf '%x', 255" => "ff", "$stdout.putc 65" => "A",
    "print format('%+d %-3s|', 5, 'a')" => "+5 a  |", "print sprintf('%08b', 5)" => "00000101",
    "warn 'a'" => "", "$stderr.puts 'a'; STDERR << 'b'" => ""
  }.each do |code, output|
    it "captures #{output.inspect} of #{code}" do
      expect(stdout(code)).to eq(output)
    end
  end

  {
    "warn 'a', 'b'" => "a\nb\n", "warn" => "", "$stderr.puts 'a'; STDERR << 'b'" => "a\nb", "puts 'a'" => ""
  }.each do |code, output|
    it "captures #{output.inspect} of #{code} from stderr" do
      expect(stderr(code)).to eq(output)
    end
  end

  it "returns from print what Ruby returns" do
    expect(sandbox.eval("[puts, print, p, p(1), p(1, 2), putc('a'), warn('x'), $stdout.write('abc'), printf('')]"))
      .to eq([nil, nil, nil, 1, [1, 2], "a", nil, 3, nil])
  end

  it "gives $stdout and $stderr their descriptors" do
    expect(sandbox.eval("[$stdout.fileno, STDERR.fileno]")).to eq([1, 2])
  end

  it "follows a reassigned $stdout, and forgets it after the invocation" do
    sandbox.eval("$stdout = $stderr; puts 'a'; $stdout = STDOUT; puts 'b'")
    expect(sandbox).to have_attributes(stdout: "b\n", stderr: "a\n")

    stdout("$stdout = $stderr")
    expect(stdout("puts 'c'")).to eq("c\n")
  end

  it "follows a $stdout that is any object with write" do
    expect(sandbox.eval("class Sink; attr_reader :all; def write(*t) = (@all ||= []).concat(t).size; end
                         $stdout = Sink.new; print 'a'; $stdout.all.join")).to eq("a")
  end

  it "refuses a $stdout without write" do
    expect { sandbox.eval("$stdout = 1") }.to raise_error(Kobako::SandboxError) { |error|
      expect(error.klass).to eq("TypeError")
    }
  end

  it "makes an IO for descriptors 1 and 2" do
    expect(stdout("IO.new(1, 'w').puts 'a'; IO.new(2, 'w').puts 'b'; IO.new(1).print 'c'")).to eq("a\nc")
    expect(sandbox.stderr).to eq("b\n")
  end

  ["0", "3, 'w'", "-1, 'w'", "1, 'r'", "1, 'w+'", "1, 'a'"].each do |arguments|
    it "refuses IO.new(#{arguments}) with an ArgumentError" do
      expect { sandbox.eval("IO.new(#{arguments})") }
        .to raise_error(Kobako::SandboxError) { |error| expect(error.klass).to eq("ArgumentError") }
    end
  end

  it "holds the latest invocation's output only" do
    sandbox.eval("print 'one'; warn 'err'")
    sandbox.eval("print 'two'")

    expect(sandbox).to have_attributes(stdout: "two", stderr: "")
  end

  it "keeps output in the order of writing, by whatever method" do
    expect(stdout("print 1; $stdout << 2; puts 3; p 4; STDOUT.write 5")).to eq("123\n4\n5")
  end

  it "is UTF-8, and binary when the bytes are not" do
    expect(stdout("print 'grün'")).to eq("grün").and have_attributes(encoding: Encoding::UTF_8)
    expect(stdout('print "\xff"')).to eq("\xFF".b).and have_attributes(encoding: Encoding::BINARY)
  end

  it "joins a character that was written in two halves" do
    expect(stdout('print "\xc3"; print "\xbc"')).to eq("ü")
  end

  describe "at the limit" do
    let(:sandbox) { Kobako::Sandbox.new(stdout_limit: 5, stderr_limit: 3) }

    it "is whole below and at the limit" do
      expect(stdout("print '1234'")).to eq("1234")
      expect(stdout("print '12345'")).to eq("12345")
      expect(sandbox).not_to be_stdout_truncated
    end

    it "is cut at the byte over the limit, without a marker" do
      expect(stdout("print '123456'")).to eq("12345")
      expect(sandbox).to be_stdout_truncated
    end

    it "cuts one stream and leaves the other whole" do
      sandbox.eval("print 'abc'; $stderr.print 'abcd'")

      expect(sandbox)
        .to have_attributes(stdout: "abc", stdout_truncated?: false, stderr: "abc", stderr_truncated?: true)
    end

    it "cuts output of many writes as it cuts one" do
      expect(stdout("10.times { |n| print n }")).to eq("01234")
    end

    it "lets the invocation go on as if all was written" do
      expect(sandbox.eval("n = $stdout.write('1234567'); puts 'more'; n")).to eq(7)
    end

    it "cuts in the middle of a character, which leaves binary" do
      expect(stdout("print '1234ü'")).to eq("1234\xC3".b).and have_attributes(encoding: Encoding::BINARY)
    end

    it "is whole again in the next invocation" do
      sandbox.eval("print '123456'")

      expect(stdout("print 'ok'")).to eq("ok")
      expect(sandbox).not_to be_stdout_truncated
    end
  end

  it "keeps 1 MiB by default and no more" do
    roomy = Kobako::Sandbox.new(memory_limit: nil)
    roomy.eval("1100.times { print 'x' * 1000 }")

    expect(roomy.stdout.bytesize).to eq(1 << 20)
    expect(roomy).to be_stdout_truncated
  end

  describe "after an error" do
    it "is readable after an exception" do
      expect { sandbox.eval("print 'before'; warn 'err'; raise 'x'") }.to raise_error(Kobako::SandboxError)
      expect(sandbox).to have_attributes(stdout: "before", stderr: "err\n")
    end

    it "is readable after a timeout" do
      sandbox = Kobako::Sandbox.new(timeout: 0.5)

      expect { sandbox.eval("print 'before'; warn 'err'; loop {}") }.to raise_error(Kobako::TimeoutError)
      expect(sandbox).to have_attributes(stdout: "before", stderr: "err\n")
      expect(sandbox.usage.wall_time).to be_between(0.5, 60)
    end

    it "is readable after the memory limit" do
      expect { sandbox.eval("print 'before'; 'x' * (8 << 20)") }.to raise_error(Kobako::MemoryLimitError)
      expect(sandbox.stdout).to eq("before")
      expect(sandbox.usage.memory_peak).to be <= sandbox.memory_limit
    end

    it "is readable after an interrupt" do
      expect { Timeout.timeout(0.5) { sandbox.eval("print 'before'; loop {}") } }.to raise_error(Timeout::Error)
      expect(sandbox.stdout).to eq("before")
      expect(sandbox.usage.wall_time).to be >= 0.04
    end

    it "is empty after code that does not compile" do
      sandbox.eval("print 'old'")

      expect { sandbox.eval("1 +") }.to raise_error(Kobako::SandboxError)
      expect(sandbox.stdout).to eq("")
    end
  end
end
