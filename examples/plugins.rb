# frozen_string_literal: true

# Plug-ins by preload: each is a file of Ruby that somebody else wrote. It is compiled when it is installed, and the
# host calls it by the constant that it defines.

require "kobako"
require "stringio"

PLUGINS = {
  Shout: <<~RUBY,
    Shout = ->(text, options = {}) { text.upcase + (options[:mark] || "!") }
  RUBY
  Toc: <<~RUBY,
    module Toc # a table of contents; reads the body line by line, however long it is
      def self.call(body)
        titles = []
        body.each_line do |line|
          marks, title = line.chomp.split(" ", 2)
          titles << "  " * (marks.size - 1) + title if line.start_with?("#")
        end
        titles
      end
    end
  RUBY
  Links: <<~RUBY,
    Links = ->(names) do
      found = {}
      Wiki::Pages.each_title { |title| found[title] = Wiki::Pages.path(title) if names.include?(title) }
      found
    end
  RUBY
  Broken: "Broken = ->(text) {\n  text.upcase(\n}"
}.freeze

# What plug-ins may ask the application for.
class Pages
  def each_title(&) = ["Home", "News", "About us"].each(&)
  def path(title) = "/#{title.downcase.tr(" ", "-")}"
end

sandbox = Kobako::Sandbox.new(timeout: 1, memory_limit: 2 << 20)
sandbox.define(:Wiki).bind(:Pages, Pages.new)
PLUGINS.each do |name, code|
  sandbox.preload(name:, code:)
rescue Kobako::SandboxError => e
  puts "not installed: #{e.message}"
end

p sandbox.run(:Shout, "welcome")
p sandbox.run(:Shout, "welcome", mark: "?!")
p sandbox.run(:Toc, StringIO.new("# Home\ntext\n## Rooms\n### Kitchen\n# Contact\n"))
p sandbox.run(:Links, ["News", "About us"]).to_a
begin
  sandbox.run(:Broken, "text")
rescue Kobako::SandboxError => e
  puts "#{e.klass}; installed: #{e.available.sort.join(", ")}"
end
