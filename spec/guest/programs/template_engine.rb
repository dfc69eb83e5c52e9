class Template
  class Error < StandardError; end

  FILTERS = {
    "upper" => ->(v) { v.to_s.upcase }, "title" => ->(v) { v.to_s.split.map(&:capitalize).join(" ") },
    "money" => ->(v) { format("$%.2f", v) }, "join" => ->(v) { v.join(", ") },
    "escape" => ->(v) { v.to_s.gsub("&", "&amp;").gsub("<", "&lt;").gsub(">", "&gt;") }
  }.freeze

  def initialize(source)
    @nodes = parse(tokens(source))
  end

  def render(**data) = run(@nodes, data)

  private

  def tokens(source)
    list = []
    rest = source
    until rest.empty?
      text, open, rest = rest.partition("{{")
      list << [:text, text] unless text.empty?
      break if open.empty?

      tag, close, rest = rest.partition("}}")
      raise Error, "unclosed tag {{#{tag.strip}" if close.empty?

      list << [:tag, tag.strip]
    end
    list
  end

  def parse(list, stop = nil)
    nodes = []
    while (kind, text = list.shift)
      if kind == :text
        nodes << text
      elsif text.start_with?("#")
        word, name = text[1..].split(" ", 2)
        nodes << [word.to_sym, name, parse(list, word)]
      elsif text.start_with?("/")
        raise Error, "unexpected #{text}" unless text[1..] == stop

        return nodes
      else
        nodes << [:value, *text.split("|").map(&:strip)]
      end
    end
    raise Error, "missing /#{stop}" if stop

    nodes
  end

  def run(nodes, data)
    nodes.map do |node|
      case node
      in String then node
      in [:value, path, *filters]
        filters.reduce(lookup(path, data)) { |v, f| FILTERS.fetch(f) { raise Error, "no filter #{f}" }.call(v) }
      in [:if, path, body] then lookup(path, data) ? run(body, data) : ""
      in [:each, path, body]
        lookup(path, data).each_with_index.map { |item, i| run(body, data.merge(item: item, index: i + 1)) }.join
      end
    end.join
  end

  def lookup(path, data)
    path.split(".").inject(data) { |value, key| value.is_a?(Hash) ? value[key.to_sym] : value.public_send(key) }
  end
end

template = Template.new(<<~HTML)
  <h1>{{ title | title | escape }}</h1>
  {{#if admin}}<b>admin</b>{{/if}}{{#if guest}}<i>guest</i>{{/if}}
  <ul>
  {{#each items}}  <li>{{ index }}. {{ item.name | upper }} {{ item.price | money }}</li>
  {{/each}}</ul>
  tags: {{ tags | join }} ({{ tags.size }})
HTML

puts template.render(title: "fish & <chips>", admin: true, guest: false, tags: %w[food cheap],
                     items: [{ name: "cod", price: 4 }, { name: "chips", price: 2.5 }])
["{{ open", "{{#each x}} never closed", "{{ a | shout }}", "{{/if}}"].each do |bad|
  Template.new(bad).render(a: 1)
rescue Template::Error => e
  puts "error: #{e.message}"
end
