require "strscan"

# A small template language: {{ name }}, {{{ raw }}}, {{# list }}…{{/ list }}, {{^ list }}…{{/ list }}, {{! comment }}.
class Template
  class Error < StandardError; end

  ESCAPES = { "&" => "&amp;", "<" => "&lt;", ">" => "&gt;", '"' => "&quot;" }.freeze

  def initialize(source)
    @scanner = StringScanner.new(source)
    @nodes = parse(nil)
  end

  def render(data) = render_nodes(@nodes, [data])

  private

  def parse(section)
    nodes = []
    loop do
      text = @scanner.scan_until(/(?=\{\{)/)
      nodes << [:text, text || @scanner.rest] unless (text || @scanner.rest).empty?
      unless text
        raise Error, "{{##{section}}} is not closed" if section

        @scanner.terminate
        return nodes
      end
      closed = tag(nodes)
      next unless closed
      raise Error, "{{/#{closed}}} at line #{line} closes nothing" if section.nil?
      raise Error, "{{/#{closed}}} at line #{line} closes #{section}" if closed != section

      return nodes
    end
  end

  def tag(nodes)
    if @scanner.skip(/\{\{!.*?\}\}/m) then nil
    elsif @scanner.scan(/\{\{\{\s*([\w.]+)\s*\}\}\}/) then nodes << [:raw, @scanner[1]]
    elsif @scanner.scan(%r{\{\{\s*(?<kind>[#^/])?\s*(?<name>[\w.]+)\s*\}\}(?<rest>\n)?})
      kind, name = @scanner[:kind], @scanner["name"]
      @scanner.pos -= 1 if @scanner[:rest] && kind.nil?
      return name if kind == "/"

      nodes << case kind
               when "#" then [:each, name, parse(name)]
               when "^" then [:unless, name, parse(name)]
               else [:value, name]
               end
    else
      raise Error, "a tag at line #{line} is not understood: #{@scanner.peek(12).inspect}"
    end
    nil
  end

  def line = @scanner.string[0, @scanner.charpos].count("\n") + 1

  def render_nodes(nodes, stack)
    nodes.map do |kind, value, inner|
      case kind
      when :text then value
      when :raw then lookup(value, stack).to_s
      when :value then lookup(value, stack).to_s.gsub(/[&<>"]/, ESCAPES)
      when :each then each(lookup(value, stack), inner, stack)
      when :unless then blank?(lookup(value, stack)) ? render_nodes(inner, stack) : ""
      end
    end.join
  end

  def each(value, inner, stack)
    return "" if blank?(value)

    (value.is_a?(Array) ? value : [value]).map { |item| render_nodes(inner, stack + [item]) }.join
  end

  def blank?(value) = !value || (value.respond_to?(:empty?) && value.empty?)

  def lookup(name, stack)
    return stack.last if name == "this"

    first, *others = name.split(".").map(&:to_sym)
    frame = stack.reverse.find { |data| data.is_a?(Hash) && data.key?(first) } or return nil
    others.reduce(frame[first]) { |data, key| data.is_a?(Hash) ? data[key] : nil }
  end
end

page = Template.new(<<~TEXT)
  <h1>{{ title }}</h1>
  {{! nobody sees this
      comment }}
  {{# user }}
  <p>Hello {{ user.name }}, {{{ note }}}!</p>
  {{/ user }}
  <ul>
  {{# items }}
    <li>{{ name }}: {{ price }} €{{# tags }} [{{ this }}]{{/ tags }}</li>
  {{/ items }}
  {{^ items }}
    <li>nothing</li>
  {{/ items }}
  </ul>
TEXT
puts page.render({ title: "Shop & <Co>", note: "<b>welcome</b>", user: { name: "Zoë" },
                   items: [{ name: "Tee", price: 3.5, tags: %w[hot 茶] }, { name: "\"Bun\"", price: 2, tags: [] }] })
puts page.render({ title: "Empty", items: [] })
["{{# a }}x", "x{{/ a }}", "a\n{{# a }}\n{{/ b }}", "a\n\n{{ ? }}", "{{"].each do |source|
  Template.new(source)
  puts "fine: #{source.inspect}"
rescue Template::Error => e
  puts "#{source.inspect}: #{e.message}"
end
