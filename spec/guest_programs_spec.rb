# frozen_string_literal: true

require "open3"
require "rbconfig"
require "yaml"

# Runs each program of spec/guest on CRuby and in a sandbox and compares what they print.
RSpec.describe "Everyday programs in the guest" do
  folder = File.expand_path("guest", __dir__)
  programs = Dir.glob("*.rb", base: folder).sort.to_h do |file|
    [file.delete_suffix(".rb"), File.read("#{folder}/#{file}")]
  end
  known = YAML.load_file("#{folder}/known_differences.yml")
  identical = []

  after(:all) { puts "\nguest programs: #{identical.size} of #{programs.size} print what CRuby prints, byte for byte" }

  programs.each do |name, source|
    if (difference = known[name])
      it "#{name} differs from CRuby as listed: #{difference.fetch("reason")}" do
        printed, error = in_guest(source)
        reference = on_cruby("#{folder}/#{name}.rb")
        expect([printed, error]).not_to eq([reference, nil])
        expect(error&.message).to difference["raises"] ? start_with(difference["raises"]) : be_nil
        expect(printed).to eq(as_listed(reference, difference))
      end
    else
      it "#{name} prints the same on CRuby and in the guest" do
        printed, error = in_guest(source)
        raise error if error

        expect(printed).to eq(on_cruby("#{folder}/#{name}.rb"))
        identical << name
      end
    end
  end

  it "lists a difference only for programs that exist, each with a reason" do
    expect(known.keys - programs.keys).to eq([])
    expect(known.values.map { |difference| difference["reason"] }).to all(be_a(String))
  end

  it "has at least 230 programs, nineteen of twenty without a difference" do
    expect(programs.size).to be >= 230
    expect(known.size).to be <= programs.size / 20
  end

  def on_cruby(path)
    output, status = Open3.capture2e({ "TZ" => "UTC" }, RbConfig.ruby, "--disable-gems", "-W0", "-rset", path)
    raise "#{path} fails on CRuby:\n#{output}" unless status.success?

    output
  end

  def in_guest(source)
    sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20, stdout_limit: 8 << 20)
    sandbox.eval("#{source}\nnil")
    [sandbox.stdout, nil]
  rescue Kobako::Error => e
    [sandbox.stdout, e]
  end

  # CRuby's output with the listed lines replaced, or left out for nil, up to the line where the guest is known to stop.
  def as_listed(output, difference)
    lines = output.lines
    difference.fetch("lines", {}).each do |number, text|
      raise "line #{number} is the same on both" if lines.fetch(number - 1) == "#{text}\n"

      lines[number - 1] = text && "#{text}\n"
    end
    lines.compact!
    lines = lines.first(difference.fetch("printed_lines")) if difference["raises"]
    lines.join
  end
end
