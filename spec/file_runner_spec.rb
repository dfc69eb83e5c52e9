# frozen_string_literal: true

require "open3"
require "rbconfig"
require "tmpdir"

RSpec.describe "The run of spec files" do
  runner = File.expand_path("run.rb", __dir__)

  around { |example| Dir.mktmpdir { |folder| (@folder = folder) && example.run } }

  # What a run of files with these bodies prints, and whether it passed.
  define_method(:run) do |*bodies, options: []|
    files = bodies.map.with_index do |body, number|
      File.join(@folder, "#{number}_spec.rb").tap { |path| File.write(path, "RSpec.describe('it') { #{body} }") }
    end
    printed, status = Open3.capture2e(RbConfig.ruby, runner, *options, *files)
    [printed, status.success?]
  end

  it "passes when all pass, and ends with the sum" do
    printed, passed = run("it('a') {}", "it('b') {}; it('c') { skip }")

    expect(printed.lines.last).to eq("3 examples, 0 failures, 1 pending\n")
    expect(passed).to be(true)
  end

  it "fails when one fails, and says which and why" do
    printed, passed = run("it('a') {}", "it('b') { expect(1).to eq(2) }")

    expect(printed).to include("expected: 2").and include("1_spec.rb:1 # it b")
    expect(printed.lines.last).to eq("2 examples, 1 failure\n")
    expect(passed).to be(false)
  end

  {
    "ends its process" => "it('a') { exit!(0) }", "is killed" => "it('a') { Process.kill(:KILL, Process.pid) }",
    "does not load" => "it('a') { } }; raise 'no'; proc {"
  }.each do |kind, body|
    it "fails when a file #{kind}" do
      printed, passed = run("it('b') {}", body)

      expect(printed.lines.last).to eq("1 example, 0 failures, 1 error occurred outside of examples\n")
      expect(printed).to include("1_spec.rb # stopped")
      expect(passed).to be(false)
    end
  end

  it "leaves out what a tag leaves out" do
    body = "it('a', :slow) { raise 'ran' }"

    expect(run(body, options: %w[--tag ~slow])).to match([/^0 examples, 0 failures$/, true])
    expect(run(body, options: %w[--tag slow])).to match([/^1 example, 1 failure$/, false])
  end

  describe "takes, of the repository's files," do
    long, short = Dir.glob("**/*_spec.rb", base: __dir__).map { |file| "spec/#{file}" }
                     .partition { |file| file.start_with?("spec/long/") }

    # The files that RSpec loads for these arguments.
    define_method(:loaded) do |*arguments|
      options = RSpec::Core::ConfigurationOptions.new(arguments)
      RSpec::Core::Configuration.new.tap { |configuration| options.configure(configuration) }
                                .files_to_run.map { |file| file.delete_prefix("./").delete_prefix("#{Dir.pwd}/") }
    end

    it "all but those of spec/long, which is not empty" do
      require "support/file_runner"

      expect(FileRunner.files).to match_array(short)
      expect(long.size).to be > 5
    end

    it "the same where RSpec runs them by itself, and those of spec/long where it is asked for them" do
      expect(loaded("spec")).to match_array(short)
      expect(loaded("spec/long")).to match_array(long)
      expect(loaded(long.first)).to eq([long.first])
    end
  end
end
