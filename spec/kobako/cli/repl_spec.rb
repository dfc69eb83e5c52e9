# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Repl do
  include Command

  services = <<~RUBY
    orders = Class.new do
      def initialize = @calls = 0
      def next_call = @calls += 1
      def fail_later = (@failures = @failures.to_i + 1) > 1 ? raise(KeyError, "gone") : 1
    end
    Kobako::CLI.services do |sandbox|
      sandbox.bind("Shop::Orders", orders.new).bind("Rates", { vat: 19 }).bind("Req::User")
    end
  RUBY

  def repl(*arguments, lines) = kobako("repl", *arguments, stdin: lines)

  define_method(:with_services) { |lines| in_folder("s.rb" => services) { repl("-r", "s.rb", lines) } }

  it "shows the value of each line, and keeps what it makes" do
    expect(repl("x = 20\ndef twice(n) = n * 2\ntwice(x) + 2\nclass A; end\nA.new.class\nnil\n").to_a)
      .to eq([0, "=> 20\n=> :twice\n=> 42\n=> nil\n=> A\n=> nil\n", ""])
  end

  it "shows what a line prints once" do
    expect(repl("puts 1; warn 2\nputs 3\nprint 4, \"\\xC3\"\n")).to have_attributes(
      out: "1\n=> nil\n3\n=> nil\n4\xC3=> nil\n", err: "2\n"
    )
  end

  it "goes on in the next line while the code is not whole" do
    code = "(\n0 +\n1)\n" \
           "[1,\n 2]\ndef f(x)\n  if x\n    'yes'\n  end\nend\nf 1\n<<~A\n  text\nA\n1 +\n 2\n3. # tens\n  to_s\n" \
           "'a' \\\n  'b'\n=begin\n=end\n->(x,\n y) { x }.call(7, 8)\n%w[a\nb]\ncase 1\nin Integer\n 9\nend\n" \
           "\"\#{\n1}\"\nx ? 1 :\n 2\n"

    expect(repl("x = nil\n#{code}").out.lines(chomp: true).drop(1)).to eq(
      ["1", "[1, 2]", ":f", '"yes"', '"text\n"', "3", '"3"', '"ab"', "nil", "7", '["a", "b"]', "9", '"1"',
       "2"].map do |value|
        "=> #{value}"
      end
    )
  end

  it "tells of what is broken at once, and of what is not whole at the end" do
    left = repl("x )\n(1 2)\n1\ndef f\n")

    expect(left).to have_attributes(status: 1, out: "=> 1\n")
    expect(left.err).to match(
      /\A\(repl\):1: unexpected '\)'.*^\(repl\):1: unexpected integer.*^\(repl\):2: .*expected an `end` to close/m
    )
  end

  it "shows an error by its line, and does not keep that line" do
    expect(repl("x = 1\nputs 'once'; x = 2; raise 'no'\nx\n\n# nothing\ndef f = y\nf\n").to_a).to eq(
      [1, "=> 1\nonce\n=> 1\n=> nil\n=> :f\n",
       "(repl):2:in '<main>': no (RuntimeError)\n" \
       "(repl):4:in 'Object#f': undefined local variable or method 'y' for main (NameError)\n" \
       "\tfrom (repl):5:in '<main>'\n"]
    )
  end

  it "goes on after the end of a program" do
    expect(repl("x = 1\n__END__\nx + 1\n2\x04\nx + 2\n").to_a).to eq([0, "=> 1\n=> nil\n=> 2\n=> 2\n=> 3\n", ""])
  end

  it "goes on after a limit" do
    expect(repl("--timeout", "1", "--memory", "2M", "x = 1\nloop {}\n'a' * 5_000_000\nx\n"))
      .to have_attributes(status: 137, out: "=> 1\n=> 1\n", err: /--timeout\) .*--memory\) /m)
  end

  it "ends with what the code gives to exit" do
    expect(repl("1\nexit 3\n2\n").to_a).to eq([3, "=> 1\n", ""])
    expect(repl("exit\n2\n").to_a).to eq([0, "", ""])
    expect(repl("quit").to_a).to eq([0, "", ""])
  end

  it "lists what is bound, and the local variables" do
    expect(repl("ls\nx = 1\nls\n").out)
      .to eq("nothing is bound (kobako repl --require FILE binds services)\n=> 1\n" \
             "nothing is bound (kobako repl --require FILE binds services)\nlocal variables: x\n")
    expect(with_services("ls\n").out).to eq("Shop::Orders  fail_later, next_call\nRates         {vat: 19}\n" \
                                            "Req::User     (declared, and filled by no run of this repl)\n")
    expect(kobako("repl", "--input-text", Command::EXECUTABLE, stdin: "ls").out).to match(/\AInput  ".{59}…\n\z/)
  end

  it "calls services again when a line is replayed, and says so once" do
    left = with_services("Shop::Orders.next_call\nShop::Orders.next_call\nundo\nShop::Orders.next_call\n")

    expect(left.out).to eq("=> 1\n=> 3\nforgotten: Shop::Orders.next_call\n=> 5\n")
    expect(left.err)
      .to eq("note: services were called, and will be again when this line is replayed (undo forgets it)\n")
  end

  it "calls no service to list what there is" do
    left = with_services("Shop::Orders.next_call\nx = 2\nls\nls\n(Shop::Orders.next_call)\n")

    expect(left.out.scan(/^=> \d|^local.*/)).to eq(["=> 1", "=> 2", "local variables: x", "local variables: x", "=> 4"])
  end

  it "lists of a service what a script reaches" do
    file = "Kobako::CLI.services { |s| s.bind('A', Class.new { def a = 1\ndef b = 2 }.new, only: [:b]) }"

    in_folder("s.rb" => file) { expect(repl("-r", "s.rb", "ls").out).to eq("A  b\n") }
  end

  it "warns of output that was cut" do
    expect(repl("--stdout", "4", "puts 'ab'\nputs 'cd'\n"))
      .to have_attributes(out: "ab\n=> nil\nc=> nil\n", err: /\Akobako: stdout was cut at 4 bytes/)
  end

  it "tells of a line that fails when it is replayed" do
    left = with_services("Shop::Orders.fail_later\n1\nreset\n1\nundo\nundo\n")

    expect(left.out).to eq("=> 1\nall lines are forgotten\n=> 1\nforgotten: 1\nthere is no line to forget\n")
    expect(left.err)
      .to include("a line before this one failed when it was replayed (undo forgets the last, reset all)\n" \
                  "(repl):1:in '<main>': KeyError: gone")
  end

  it "lets a word of its own be Ruby's in parentheses" do
    expect(repl("ls = 3\n(ls)\nhelp\n").out).to match(/\A=> 3\n=> 3\nAny Ruby is run/)
  end

  it "takes lines that are no text, and a value that is none" do
    expect(repl("'é'\n'\xFF'\n[\n\xFF\n1\n\"\\xff\"\n"))
      .to have_attributes(out: "=> \"é\"\n=> 1\n=> \"\\xFF\"\n",
                          err: /\A(kobako: \(repl\): code is not valid UTF-8.*\n){2}\z/)
  end
end
