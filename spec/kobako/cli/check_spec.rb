# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Check do
  include Command

  def printed(*arguments, **options) = kobako("check", *arguments, **options).to_a

  it "says nothing of sound code, and runs nothing of it" do
    in_folder("a.rb" => "puts 1", "b.rb" => "loop {}") do
      expect(printed("a.rb", "b.rb")).to eq([0, "", ""])
    end
  end

  it "shows problems by file, line and column from 1, with a caret" do
    in_folder("a.rb" => "x = 1\nputs(x\n", "b.rb" => "\ty = \"日本\" + )\n") do
      status, out, err = printed("a.rb", "b.rb")

      expect([status, err]).to eq([1, ""])
      expect(out).to start_with("a.rb:2:7: error: unexpected end-of-input; expected a `)` to close the arguments\n   " \
                                "2 | puts(x\n     |       ^\n")
        .and include("b.rb:1:13: error: unexpected ')'; expected an expression after the operator\n   " \
                     "1 | \ty = \"日本\" + )\n     | \t             ^\n")
    end
  end

  it "warns, which is a problem, too" do
    expect(printed("-", stdin: "def f\n  unused = 1\nend")).to match([1, /\A-:2:3: warning: .*unused/, ""])
  end

  it "shows a part of a long line, and of a line with control characters no more than text" do
    long = "a + " * 5000
    _, out, = printed("-", stdin: "#{long}) + #{long}1")
    line, caret = out.lines[1..2]

    expect(line.size).to be < 140
    expect(line[caret.index("^")]).to eq(")")
    expect(printed("-", stdin: "1 + ) # \e[31m")[1]).not_to include("\e")
  end

  it "knows the services that --require binds" do
    services = "class Orders; def find(id) = id; end\n" \
               "Kobako::CLI.services { |sandbox| sandbox.bind('Shop::Orders', Orders.new) }"

    in_folder("s.rb" => services, "a.rb" => "Shop::Orders.fond(1)\nShop::Order\nShop::Orders.find(Input)") do
      expect(printed("-r", "s.rb", "--input", "-", "a.rb", stdin: "1")).to match(
        [1,
         /\Aa\.rb:1:14: warning: Shop::Orders exposes no method fond \(did you .*a\.rb:2:1: warning: /m, ""]
      )
    end
  end

  it "gives JSON" do
    in_folder("a.rb" => "1 +", "b.rb" => "1", "c.rb" => "\xFF") do
      left = kobako("check", "--json", "a.rb", "b.rb", "c.rb")

      expect(left.status).to eq(1)
      expect(left.json.first).to match(file: "a.rb", line: 1, column: 4, severity: "error", message: /end-of-input/)
      expect(left.json.last).to include(file: "c.rb", line: 1, column: 1)
      expect(kobako("check", "--json", "b.rb").then { |sound| [sound.status, sound.json] }).to eq([0, []])
    end
  end

  it "goes on after a file that it cannot read, and ends with 2" do
    in_folder("a.rb" => "1 +", "garbage" => "\xFF\0") do
      status, out, err = printed("missing.rb", ".", "garbage", "a.rb")

      expect([status, err]).to eq([2, "kobako: cannot read missing.rb: no such file or directory\n" \
                                      "kobako: cannot read .: is a directory\n"])
      expect(out).to start_with("garbage:1:1: error: code is not valid UTF-8").and include("\na.rb:1:4: error: ")
    end
    expect(printed).to match([2, "", /\Akobako: check needs FILES/])
  end

  it "ends with 124 or 137 when a limit stops the compiler" do
    code = "[#{"[1], " * 500_000}]"

    expect(printed("--timeout", "0.01", "-",
                   stdin: code)).to match([124, "", /\Akobako: -: guest ran for .* \(pass a larger --timeout\)/])
    expect(printed("--memory", "1M", "-",
                   stdin: code)).to match([137, "", /\Akobako: -: .* \(pass a larger --memory\)/])
  end
end
