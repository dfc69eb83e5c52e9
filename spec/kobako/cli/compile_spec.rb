# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Compile do
  include Command

  def printed(*arguments, **options) = kobako("compile", *arguments, **options).to_a

  it "writes bytecode that preload takes" do
    in_folder("double.rb" => "Double = ->(n) { n * 2 }") do
      expect(printed("double.rb", "-o", "double.mrb")).to eq([0, "", ""])
      expect(Kobako::Sandbox.new.preload(binary: File.binread("double.mrb")).run(:Double, 21)).to eq(42)
    end
  end

  it "writes to standard output, but to no terminal" do
    out = kobako("compile", "-", "--output", "-", stdin: "1").out

    expect(out.b).to eq(Kobako.compile("1", filename: "-"))
    expect(kobako("compile", "-", "-o", "-", stdin: "1", out: Command::Screen.new))
      .to have_attributes(status: 2, out: "", err: /\Akobako: bytecode is not for a terminal, name a file/)
  end

  it "writes nothing where the code does not compile" do
    in_folder("a.rb" => "1 +", "garbage" => "\xFF") do
      expect(printed("a.rb", "-o", "a.mrb")).to match([1, "", /\Aa\.rb:1: unexpected end-of-input.*\n  1 \| 1 \+\n/])
      expect(printed("garbage", "-o", "a.mrb")).to match([1, "", /\Akobako: garbage: code is not valid UTF-8/])
      expect(File.exist?("a.mrb")).to be(false)
    end
  end

  it "says what is missing or cannot be written" do
    in_folder("a.rb" => "1") do
      expect([printed("a.rb"), printed("a.rb", "-o", "a.rb"), printed("a.rb", "-o", "no/a.mrb"), printed,
              printed("a", "b", "-o", "c")])
        .to match(["compile needs -o OUT, such as -o a.mrb", "a.rb is the source, name another file",
                   "cannot write no/a.mrb: no such file or directory", "compile takes one FILE, got 0",
                   "compile takes one FILE, got 2"].map { |text| [2, "", a_string_starting_with("kobako: #{text}")] })
      expect(File.read("a.rb")).to eq("1")
    end
  end
end
