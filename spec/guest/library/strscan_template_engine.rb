require 'strscan'

class MiniTemplate
  class SyntaxError < StandardError; end

  TAG = /\{\{\s*(?<slash>[\/#^])?\s*(?<name>[\w.]+)(?:\s*\|\s*(?<filter>\w+))?\s*\}\}/
  FILTERS = { 'upper' => :upcase, 'title' => :capitalize, 'length' => :length }.freeze

  def initialize(source)
    @ss = StringScanner.new(source)
    @tree = parse
  end

  def render(data) = walk(@tree, data)

  private

  def parse(closing = nil)
    nodes = []
    until @ss.eos?
      if @ss.scan(TAG)
        name, kind = @ss[:name], @ss[:slash]
        filter = @ss[:filter]
        case kind
        when '/'
          raise SyntaxError, "closing #{name}, expected #{closing.inspect}" unless name == closing
          return nodes
        when '#', '^' then nodes << [kind.to_sym, name, parse(name)]
        else nodes << [:var, name, filter]
        end
      elsif @ss.check(/\{\{/)
        raise SyntaxError, "bad tag at #{@ss.pos}: #{@ss.check_until(/\}\}|\z/)}"
      else
        nodes << [:text, @ss.scan_until(/(?=\{\{)|\z/)]
      end
    end
    raise SyntaxError, "#{closing} is never closed" if closing

    nodes
  end

  def lookup(data, path) = path == '.' ? data : path.split('.').inject(data) { |d, k| d.is_a?(Hash) ? d[k.to_sym] : d }

  def walk(nodes, data)
    nodes.map do |node|
      case node
      in [:text, text] then text
      in [:var, name, nil] then lookup(data, name).to_s
      in [:var, name, filter] then lookup(data, name).public_send(FILTERS.fetch(filter)).to_s
      in [:'#', name, body] then Array(lookup(data, name)).map { |item| walk(body, item.is_a?(Hash) ? data.merge(item) : item) }.join
      in [:^, name, body] then Array(lookup(data, name)).empty? ? walk(body, data) : ''
      end
    end.join
  end
end

t = MiniTemplate.new("Hi {{ user.name | upper }}, {{#items}}{{title}} ({{qty}}); {{/items}}{{^items}}nothing{{/items}}.")
puts t.render(user: { name: 'ann' }, items: [{ title: 'pen', qty: 2 }, { title: 'ink', qty: 1 }])
puts t.render(user: { name: 'bob' }, items: [])
puts MiniTemplate.new('{{#tags}}<{{.}}>{{/tags}} {{tags | length}}').render(tags: %w[a b])
['{{#a}}x', '{{#a}}{{/b}}', 'x {{ - }} y'].each do |bad|
  MiniTemplate.new(bad)
rescue MiniTemplate::SyntaxError => e
  puts "#{e.class}: #{e.message}"
end
begin
  MiniTemplate.new('{{a|shout}}').render(a: 'x')
rescue KeyError => e
  puts e.message
end
