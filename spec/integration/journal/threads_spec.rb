# frozen_string_literal: true

require "open3"
require "rbconfig"

RSpec.describe "Threads that are the first in their process to have journals" do
  root = File.expand_path("../../..", __dir__)

  # Ruby's digests load when they are first named, which two threads must not do at once.
  script = <<~'RUBY'
    require "kobako"
    Kobako::Journal
    p $LOADED_FEATURES.grep(/digest\/sha2\.rb\z/).size
    sandbox = Kobako::Sandbox.new
    start = Queue.new
    threads = Array.new(16) do |n|
      Thread.new { start.pop; sandbox.execute("#{n} * 2", journal: Kobako::Journal.new).value }
    end
    16.times { start << true }
    p threads.map(&:value)
  RUBY

  it "find loaded what journals need" do
    output, status = Open3.capture2e(RbConfig.ruby, "-I#{root}/lib", "-e", script)

    expect([output, status.success?]).to eq(["1\n#{Array.new(16) { |n| n * 2 }}\n", true])
  end
end
