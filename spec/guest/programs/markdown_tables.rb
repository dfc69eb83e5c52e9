# frozen_string_literal: true

class MarkdownTable
  ALIGN = { left: :ljust, right: :rjust, center: :center }.freeze

  def self.parse(text)
    header, rule, *rows = text.lines(chomp: true).map { |l| l.strip.delete_prefix("|").delete_suffix("|").split(/(?<!\\)\|/).map { |c| c.strip.gsub('\|', "|") } }
    aligns = rule.map do |mark|
      case mark
      when /\A:-+:\z/ then :center
      when /\A-+:\z/ then :right
      else :left
      end
    end
    new(header, rows, aligns)
  end

  attr_reader :header, :rows

  def initialize(header, rows, aligns = [])
    @header = header
    @rows = rows.map { |row| header.each_index.map { |i| row[i].to_s } }
    @aligns = header.each_index.map { |i| aligns[i] || (rows.all? { |r| r[i].to_s.match?(/\A-?[\d.,]+%?\z/) } ? :right : :left) }
  end

  def column(name) = rows.transpose.fetch(header.index(name))
  def sort_by(name, &block) = self.class.new(header, rows.sort_by { |r| v = r[header.index(name)]; block ? block.(v) : v }, @aligns)
  def to_hashes = rows.map { |r| header.map(&:downcase).map(&:to_sym).zip(r).to_h }

  def to_s
    [line(header), rule, *rows.map { |r| line(r) }].join("\n")
  end

  def to_html
    cells = ->(row, tag) { row.zip(@aligns).map { |c, a| %(<#{tag}#{" align=\"#{a}\"" unless a == :left}>#{c}</#{tag}>) }.join }
    ["<table>", "  <tr>#{cells.(header, 'th')}</tr>", *rows.map { "  <tr>#{cells.(_1, 'td')}</tr>" }, "</table>"] * "\n"
  end

  private

  def widths = @widths ||= [header, *rows].transpose.map { |c| [3, *c.map { |s| escape(s).length }].max }
  def escape(text) = text.gsub("|", '\|')
  def line(cells) = "| #{cells.each_with_index.map { |c, i| escape(c).public_send(ALIGN[@aligns[i]], widths[i]) }.join(' | ')} |"

  def rule
    marks = widths.zip(@aligns).map { |w, a| { left: "-" * w, right: "-" * (w - 1) + ":", center: ":#{'-' * (w - 2)}:" }[a] }
    "| #{marks.join(' | ')} |"
  end
end

source = <<~'MD'
  | City | People|Area | Note |
  |:---|---:|:-:|---|
  | Berlin | 3.6 | 892 | capital |
  | München| 1.5 |311|a \| b|
  |Hamburg|1.8|755||
MD
table = MarkdownTable.parse(source)
puts table, table.sort_by("People", &:to_f), table.to_html
p table.column("City"), table.to_hashes.last.to_a, MarkdownTable.parse(table.to_s).rows == table.rows
puts MarkdownTable.new(%w[name n share], [["a", 1, "10%"], ["bb", 22, "5.5%"], ["ccc"]])
puts MarkdownTable.new(%w[n], [[1], [10]]).to_s.lines.map(&:chomp).map(&:length).uniq.inspect
links = "see [one](http://a.x) and [two](http://b.y \"Title\") or ![img](c.png)"
p links.scan(/(?<!!)\[([^\]]+)\]\((\S+?)(?: "([^"]+)")?\)/), links.gsub(/(!)?\[([^\]]+)\]\(([^)\s]+)[^)]*\)/) { $1 ? "" : "#{$2} <#{$3}>" }
doc = "# Title\n\ntext\n\n## Sub one\n\n### Deep *x*\n## Sub `two`\n"
puts doc.scan(/^(#+)\s+(.+)$/).map { |marks, title| "#{'  ' * (marks.size - 1)}- #{title.delete('*`')} (##{title.downcase.gsub(/[^\w\s-]/, '').tr(' ', '-')})" }
emphasis = ->(t) { t.gsub(/\*\*(.+?)\*\*/, '<b>\1</b>').gsub(/(?<![*\w])\*(?!\s)(.+?)\*/, '<i>\1</i>').gsub(/`([^`]+)`/) { "<code>#{$1.gsub('<', '&lt;')}</code>" } }
puts emphasis["a **bold** and *it* `x<y` 2 * 3 * 4"]
