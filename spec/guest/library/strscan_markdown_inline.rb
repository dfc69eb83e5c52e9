require 'strscan'

module Inline
  module_function

  def to_html(text)
    ss = StringScanner.new(text)
    out = +''
    until ss.eos?
      out << if ss.scan(/\\([*_`\[\]\\])/) then ss[1]
             elsif ss.scan(/`([^`]+)`/) then "<code>#{escape(ss[1])}</code>"
             elsif ss.scan(/\*\*(?=\S)(.+?)(?<=\S)\*\*/) then "<strong>#{to_html(ss[1])}</strong>"
             elsif ss.scan(/([*_])(?=\S)(.+?)(?<=\S)\1/) then "<em>#{to_html(ss[2])}</em>"
             elsif ss.scan(/!\[([^\]]*)\]\((\S+?)\)/) then %(<img src="#{ss[2]}" alt="#{escape(ss[1])}">)
             elsif ss.scan(/\[([^\]]+)\]\((\S+?)(?:\s+"([^"]*)")?\)/)
               title = ss[3] ? %( title="#{escape(ss[3])}") : ''
               href = ss[2]
               %(<a href="#{href}"#{title}>#{to_html(ss[1])}</a>)
             elsif ss.scan(/  \n/) then "<br>\n"
             elsif ss.scan(%r{https?://[^\s<)]+}) then %(<a href="#{ss.matched}">#{ss.matched}</a>)
             elsif ss.scan(/[^\\`*_!\[ h\n]+/) then escape(ss.matched)
             else escape(ss.getch)
             end
    end
    out
  end

  def escape(s) = s.gsub(/[&<>]/, '&' => '&amp;', '<' => '&lt;', '>' => '&gt;')
end

[
  'plain & simple <text>',
  'a **bold *and nested* word** here',
  'code `x < y && *z*` and \\*not em\\*',
  '[docs](https://example.org/a "The & docs") or ![logo](l.png)',
  'see https://example.org/path, ok',
  "hard  \nbreak", '2 * 3 * 4', '_open', ''
].each { |s| puts Inline.to_html(s) }
