# A template engine with sections, filters and escapes, character by character.
class Template
  FILTERS = {
    "upcase" => :upcase.to_proc, "reverse" => :reverse.to_proc, "size" => ->(v) { v.size.to_s },
    "default" => ->(v, other) { v.to_s.empty? ? other : v }, "join" => ->(v, by = ",") { v.join(by) }
  }.freeze

  def initialize(source) = @nodes = parse(tokens(source)).first
  def render(**data) = output(@nodes, [data])

  private

  def tokens(source)
    list = []
    until source.empty?
      open = source.index("{{")
      next_part, source = open ? [source[0...open], source[open..]] : [source, ""]
      list << [:text, next_part] unless next_part.empty?
      next unless open

      close = source.index("}}") or raise ArgumentError, "unclosed tag"
      list << [:tag, source[2...close].strip]
      source = source[(close + 2)..]
    end
    list
  end

  def parse(list, closing = nil)
    nodes = []
    while (type, body = list.shift)
      case [type, body]
      in [:text, text] then nodes << text
      in [:tag, String => t] if t == "/#{closing}" then return [nodes, list]
      in [:tag, String => t] if t.start_with?("#") then nodes << { each: t[1..], nodes: parse(list, t[1..]).first }
      in [:tag, String => t] if t.start_with?("^") then nodes << { unless: t[1..], nodes: parse(list, t[1..]).first }
      in [:tag, expression] then nodes << { value: expression }
      end
    end
    raise ArgumentError, "missing /#{closing}" if closing

    [nodes, list]
  end

  def lookup(path, scopes)
    path.split(".").reduce(nil) do |value, key|
      next scopes.reverse.find { |s| s.is_a?(Hash) && s.key?(key.to_sym) }&.fetch(key.to_sym) if value.nil? && key != "this"
      key == "this" ? scopes.last : value[key.to_sym]
    end
  end

  def output(nodes, scopes)
    nodes.map do |node|
      case node
      in String => text then text
      in { value: expression }
        path, *filters = expression.split("|").map(&:strip)
        filters.reduce(lookup(path, scopes)) { |v, f| name, *args = f.split(" "); FILTERS.fetch(name).call(v, *args) }.to_s
      in { each: path, nodes: inner }
        case lookup(path, scopes)
        when Array then lookup(path, scopes).map { |item| output(inner, scopes + [item]) }.join
        when nil, false then ""
        else output(inner, scopes)
        end
      in { unless: path, nodes: inner } then [nil, false, []].include?(lookup(path, scopes)) ? output(inner, scopes) : ""
      end
    end.join
  end
end

t = Template.new("Hi {{ name | upcase }}! {{#items}}[{{ title }}:{{price|default 0}}] {{/items}}{{^items}}none{{/items}} {{tags | join +}} {{#tags}}<{{this}}>{{/tags}}{{user.email}}")
puts t.render(name: "ann", items: [{ title: "pen", price: 2 }, { title: "ink" }], tags: %w[a b], user: { email: "x@y" })
puts t.render(name: "", items: [], tags: [], user: {})
["{{#a}}x", "{{ open", "{{ a | nope }}"].each do |bad|
  puts Template.new(bad).render(a: 1)
rescue ArgumentError, KeyError => e
  puts "#{e.class}: #{e.message}"
end
