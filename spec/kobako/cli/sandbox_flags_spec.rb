# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::SandboxFlags do
  include Command

  def printed(*arguments, **options) = kobako(*arguments, **options).to_a

  {
    "--timeout" => { "0" => "seconds above 0", "-1" => "seconds above 0", "1s" => "or none", "Infinity" => "or none" },
    "--memory" => { "0" => "bytes above 0", "1.5M" => "512K, 10M", "10X" => "512K", "-5" => "bytes", "9" * 20 => "b" },
    "--stdout" => { "none" => "bytes above 0" }, "--stderr" => { "" => "bytes above 0" },
    "--handles" => { "0" => "an Integer from 1 to 2147483647", "x" => "an Integer" },
    "--seed" => { "1.5" => "an Integer, such as 42", "0x1" => "an Integer" },
    "--clock" => { "now" => "fixed (1970-01-01), host", "2026-13-01" => "a time such as", "10" => "fixed",
                   "9999-01-01" => "fixed" }
  }.each do |option, values|
    values.each do |value, expected|
      it "refuses #{option} #{value.inspect}, and says what it takes" do
        expect(printed(option, value, "-e", "1"))
          .to match([2, "", a_string_starting_with("kobako: #{option} #{value}: expected ").and(include(expected))])
      end
    end
  end

  it "takes the sizes and times of people" do
    sizes = %w[1K 512k 10M 1G 1MiB 2MB 1048576].map { |text| Kobako::CLI::Quantity.bytes("--memory", text) }
    times = ["2026-05-17", "2026-05-17T12:30Z", "2026-05-17 12:30:01.5", "2026-05-17T12:30:00+02:00"]
            .map do |text|
      kobako("--clock", text, "-e",
             "puts Time.now.utc.iso8601(1) rescue puts Time.now.utc").out.chomp
    end

    expect(sizes).to eq([1 << 10, 512 << 10, 10 << 20, 1 << 30, 1 << 20, 2 << 20, 1 << 20])
    expect(times.map { |text| text[0, 19].tr("T", " ") })
      .to eq(["2026-05-17 00:00:00", "2026-05-17 12:30:00", "2026-05-17 12:30:01", "2026-05-17 10:30:00"])
  end

  it "takes none for no limit of time and memory" do
    expect(printed("--timeout", "none", "--memory", "none", "-e",
                   "'a'.*(300 << 20).size")).to eq([0, "314572800\n", ""])
  end

  it "gives each run the same clock and random numbers, unless it is told otherwise" do
    code = "[Time.now.year, rand(1_000_000)]"
    default, again, seeded, host = [[], [], ["--seed", "7"], ["--clock", "host"]]
                                   .map { |options| kobako(*options, "-e", code).out }

    expect([default, default]).to eq([again, "[1970, #{default[/\d+\]/]}\n"])
    expect(seeded).not_to eq(default)
    expect(host).to eq("[#{Time.now.year}, #{default[/\d+\]/]}\n")
  end

  it "limits the objects of services" do
    services = "class Made; def one = Object.new; end\nKobako::CLI.services { |s| s.bind('A', Made.new, only: [:one]) }"

    in_folder("s.rb" => services) do
      expect(printed("-r", "s.rb", "--handles", "1", "-e", "[A.one, A.one]"))
        .to match([1, "", /HandlerExhausted|max_handles|handles/])
    end
  end

  describe "--input" do
    it "gives the script JSON as frozen data" do
      in_folder("in.json" => "\uFEFF{\"rows\": [1, 2.5, null, \"é\"]}") do
        expect(printed("--input", "in.json", "-e", 'p Input["rows"], Input.frozen?, Input["rows"].frozen?'))
          .to eq([0, "[1, 2.5, nil, \"é\"]\ntrue\ntrue\n", ""])
        expect(printed("--input", "-", "-e", "Input + 1", stdin: "41")).to eq([0, "42\n", ""])
      end
    end

    it "gives the script any text" do
      expect(printed("--input-text", "-", "-e", "Input.lines.grep(/b/)",
                     stdin: "ab\ncd\n")).to eq([0, "[\"ab\\n\"]\n", ""])
      expect(printed("--input-text", "-", "-e", "[Input.bytes, Input.encoding]", stdin: "\xFF\0"))
        .to match([0, /\A\[\[255, 0\], /, ""])
    end

    {
      "no JSON" => "--input - is no JSON: ", "" => "--input - is no JSON: ", "\xFF" => "--input - is not valid UTF-8",
      "[" * 200 => "--input - is no JSON: nesting of 101 is too deep"
    }.each do |text, message|
      it "refuses #{text[0, 10].inspect}" do
        expect(printed("--input", "-", "-e", "1",
                       stdin: text)).to match([2, "", a_string_starting_with("kobako: #{message}")])
      end
    end

    it "is given once, and not with code from the same place" do
      expect([printed("--input", "a", "--input-text", "b", "-e", "1"), printed("run", "--input", "-", "-"),
              printed("eval", "--input", "-", "-"), printed("check", "--input", "-", "-"),
              printed("repl", "--input", "-"),
              printed("--input", "missing.json", "-e", "1")]).to all(match([2, "", /\Akobako: .+\n\z/]))
    end

    it "is too large for a message as a whole" do
      expect(printed("--input-text", "-", "-e", "1", stdin: "a" * (16 << 20)))
        .to match([2, "", /\Akobako: --input(-text)? -: the (value of Input|services) cannot be sent/])
    end
  end
end
