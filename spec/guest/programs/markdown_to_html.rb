# A line based Markdown converter without regular expressions.
class Markdown
  INLINE = { "**" => "strong", "`" => "code", "*" => "em" }.freeze

  def initialize(text) = @lines = text.lines.map(&:chomp)

  def to_html
    blocks.map { |block| render(block) }.join("\n")
  end

  private

  def blocks = @lines.slice_when { |a, b| a.empty? != b.empty? || kind(a) != kind(b) }.reject { |b| b.first.empty? }

  def kind(line)
    case line
    when "" then :blank
    when ->(l) { l.start_with?("#") } then :heading
    when ->(l) { l.start_with?("- ") } then :list
    when ->(l) { l.start_with?("> ") } then :quote
    else :text
    end
  end

  def render(block)
    case kind(block.first)
    when :heading then block.map { |l| level = l.index(" "); tag("h#{level}", inline(l[level + 1..])) }.join("\n")
    when :list then tag("ul", block.map { |l| tag("li", inline(l.delete_prefix("- "))) }.join)
    when :quote then tag("blockquote", inline(block.map { |l| l.delete_prefix("> ") }.join(" ")))
    else tag("p", inline(block.join(" ")))
    end
  end

  def inline(text)
    INLINE.reduce(text.gsub_chars) do |out, (mark, name)|
      parts = out.split(mark, -1)
      parts.each_with_index.map { |part, i| i.odd? && i < parts.size - 1 ? tag(name, part) : (i.odd? ? mark + part : part) }.join
    end
  end

  def tag(name, content) = "<#{name}>#{content}</#{name}>"
end

class String
  ESCAPES = { "&" => "&amp;", "<" => "&lt;", ">" => "&gt;" }.freeze
  def gsub_chars = each_char.map { |c| ESCAPES.fetch(c, c) }.join
end

puts Markdown.new(<<~MD).to_html
  # Title & more
  ## Second

  Some *emphasis* and **bold** text
  over `two` lines, 1 < 2.

  - one
  - **two**

  > quoted
  > text
  A lonely * star
MD
