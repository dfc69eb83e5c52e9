# frozen_string_literal: true

require "open3"
require "rbconfig"

RSpec.describe "Examples" do
  root = File.expand_path("..", __dir__)
  examples = Dir["#{root}/examples/*.rb"]

  it "each have the output that is expected of them" do
    expect(names("*.rb")).to include("quickstart").and eq(names("expected/*.txt"))
  end

  examples.each do |example|
    name = File.basename(example, ".rb")

    it "print what examples/expected/#{name}.txt says: #{name}" do
      output, status = Open3.capture2e(RbConfig.ruby, "-w", "-I#{root}/lib", example)

      expect(without_times(output)).to eq(File.read("#{root}/examples/expected/#{name}.txt"))
      expect(status).to be_success
    end

    it "fit in 60 lines: #{name}" do
      expect(File.foreach(example).count).to be < 60
    end
  end

  def names(pattern)
    Dir[File.expand_path("../examples/#{pattern}", __dir__)].map { |path| File.basename(path, ".*") }.sort
  end

  # Seconds that were measured differ each time.
  def without_times(output) = output.gsub(/\d+ microseconds/, "N microseconds").gsub(/ran for \d\.\d+ s/, "ran for N s")
end
