# frozen_string_literal: true

require "kobako/code_mode"

RSpec.describe Kobako::CodeMode::ModelText do
  def code(text) = described_class.code(text)

  it "is Ruby as it is" do
    expect(code("1 + 1")).to eq("1 + 1")
    expect(code("{ code: 1 }")).to eq("{ code: 1 }")
    expect(code("{\"a\" => 1}")).to eq("{\"a\" => 1}")
  end

  it "is what stands between fences, whatever is around them" do
    expect(code("```ruby\n1 + 1\n```")).to eq("1 + 1\n")
    expect(code("Sure, it's easy:\n\n```Ruby\n1 + 1\n```\nDone.")).to eq("1 + 1\n")
    expect(code("```\n1\n```")).to eq("1\n")
    expect(code("  ~~~rb title\r\n1\r\n  ~~~\r\n")).to eq("1\n")
    expect(code("````ruby\nputs '```'\n````")).to eq("puts '```'\n")
  end

  it "is all blocks of Ruby, and none of another language" do
    text = "First:\n```ruby\na = 1\n```\nso\n```json\n{}\n```\nThen:\n```ruby\na + 1\n```"

    expect(code(text)).to eq("a = 1\n\na + 1\n")
  end

  it "goes on to the end where a fence is not closed" do
    expect(code("Here:\n```ruby\n1 + 1")).to eq("1 + 1")
  end

  it "has a fence within a heredoc of its own" do
    ruby = "text = <<~MD\n  # Title\n  ```ruby\n  1\n  ```\nMD\ntext.size"

    expect(code(ruby)).to eq(ruby)
  end

  it "is that of arguments, as an object or as JSON, with fences or without" do
    expect(code({ "code" => "1" })).to eq("1")
    expect(code({ code: "```ruby\n1\n```\n" })).to eq("1\n")
    expect(code('{"code": "puts 1\nputs 2"}'.gsub("\n", "\\n"))).to eq("puts 1\nputs 2")
    expect(code("```json\n{\"code\": \"1\"}\n```")).to eq("1")
  end

  it "keeps fences within the code of arguments" do
    ruby = "puts <<~MD\n```\n1\n```\nMD\n"

    expect(code({ "code" => ruby })).to eq(ruby)
  end

  {
    "" => "there is no code (send Ruby)", "```ruby\n\n```" => "there is no code (send Ruby)",
    "```python\nprint(1)\n```" => "the code is marked as python, and only Ruby runs here (write it in Ruby)",
    { "code" => "```bash\nls\n```" } => "the code is marked as bash, and only Ruby runs here (write it in Ruby)",
    {} => "code is missing (pass Ruby source)",
    { "code" => 1 } => "code is a Integer, expected a string of Ruby source",
    { "code" => "1", "lang" => "ruby" } => 'run_ruby takes no "lang" (it takes code)',
    nil => "the code is a NilClass, expected text"
  }.each do |input, message|
    it "is none of #{input.inspect}" do
      expect { code(input) }.to raise_error(described_class::Unusable, message)
    end
  end

  it "is UTF-8, whatever the bytes are" do
    expect(code("'é'".b)).to eq("'é'")
    expect(code("\uFEFF1")).to eq("1")
    expect(code("'\xFF'")).to eq("'\uFFFD'")
  end
end
