# frozen_string_literal: true

require "open3"
require "rbconfig"
require "support/document_code"
require "tempfile"

RSpec.describe "The Ruby of" do
  root = File.expand_path("..", __dir__)

  def ruby(*arguments) = Open3.capture2e(RbConfig.ruby, "-I#{File.expand_path("../lib", __dir__)}", *arguments)

  def written(text, name = "document")
    Tempfile.create([name, ".rb"]) do |file|
      file.write(text)
      file.flush
      yield file.path
    end
  end

  { "README.md" => 8, "docs/guides/services.md" => 7, "docs/guides/threads-and-limits.md" => 20,
    "docs/guides/upgrading.md" => 8, "docs/guides/agents.md" => 15, "docs/guides/containers.md" => 2,
    "docs/guides/journals.md" => 12, "docs/guides/jobs.md" => 24 }
    .each do |document, claims|
    it "#{document} gives what it says" do
      output, status = ruby("#{root}/spec/support/document_code.rb", "#{root}/#{document}")

      expect([output, status.success?]).to eq(["", true])
      expect(DocumentCode.new("#{root}/#{document}").parts.count(&:kind)).to be >= claims
    end
  end

  it "docs/guides/testing.md passes as a spec" do
    program = DocumentCode.new("#{root}/docs/guides/testing.md").program
    output, = written(program, "testing_spec") { |path| ruby("-S", "rspec", "--options", "/dev/null", path) }

    expect(output).to match(/^\d\d examples, 0 failures$/)
  end

  it "a document that is wrong is told of, with its line" do
    text = "Text\n```ruby\nx = 1\nx + 1 # => 3\nraise 'a' # raises RuntimeError: b …\nx # raises KeyError\n```\n" \
           "```\nnot ruby\n```\n```ruby\nnope\n```\n"

    expect(written(text) { |path| DocumentCode.new(path).wrong.map { |line| line.delete_prefix("#{path}:") } })
      .to match(["3: 2, not 3", "5: RuntimeError: a was raised", "6: nothing was raised, not KeyError",
                 /\A12: NameError: undefined local variable .* was raised\z/])
  end

  it "README.md has examples/rails_like.rb" do
    example = File.read("#{root}/examples/rails_like.rb")[/^require "kobako"\n.*/m]

    expect(File.read("#{root}/README.md")).to include("```ruby\n#{example}```\n")
  end
end
