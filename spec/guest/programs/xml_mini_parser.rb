# frozen_string_literal: true

class Xml
  Element = Struct.new(:name, :attributes, :children) do
    def [](key) = attributes[key.to_s]
    def text = children.map { |c| c.is_a?(Element) ? c.text : c }.join
    def elements = children.grep(Element)

    def at(path) = search(path).first
    def search(path)
      path.split("/").inject([self]) do |nodes, step|
        step =~ /\A(\*{1,2}|[\w:-]+)(?:\[@(\w+)(?:=(['"])(.*?)\3)?\])?(?:\[(\d+)\])?\z/ or raise ArgumentError, "bad step #{step.inspect}"
        name, attr, value, index = $1, $2, $4, $5
        found = nodes.flat_map { |n| (name == "**" ? n.descendants : n.elements).select { |e| (name.start_with?("*") || e.name == name) && (attr.nil? || (value ? e[attr] == value : e.attributes.key?(attr))) } }
        index ? [found[index.to_i - 1]].compact : found
      end
    end

    def descendants = elements.flat_map { |e| [e, *e.descendants] }
    def to_s(depth = 0)
      pad = "  " * depth
      attrs = attributes.map { |k, v| %( #{k}="#{Xml.escape(v)}") }.join
      return "#{pad}<#{name}#{attrs}/>" if children.empty?
      return "#{pad}<#{name}#{attrs}>#{Xml.escape(text)}</#{name}>" if elements.empty?

      ["#{pad}<#{name}#{attrs}>", *children.map { |c| c.is_a?(Element) ? c.to_s(depth + 1) : "#{pad}  #{Xml.escape(c.strip)}" }, "#{pad}</#{name}>"].join("\n")
    end

    def to_data
      return text if attributes.empty? && elements.empty?

      elements.group_by(&:name).to_h { |k, v| [k.to_sym, v.one? ? v[0].to_data : v.map(&:to_data)] }.merge(attributes.transform_keys { |k| :"@#{k}" })
    end
  end
  class Malformed < StandardError; end
  ENTITIES = { "lt" => "<", "gt" => ">", "amp" => "&", "quot" => '"', "apos" => "'" }.freeze
  TOKEN = %r{<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?<cdata>.*?)\]\]>|<(?<close>/)?(?<name>[\w:-]+)(?<attrs>(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?<empty>/)?>|(?<text>[^<]+)|(?<bad>.)}m

  def self.escape(s) = s.gsub(/[<>&"]/) { |c| "&#{ENTITIES.key(c)};" }
  def self.unescape(s) = s.gsub(/&(?:#x(\h+)|#(\d+)|(\w+));/) { $1 ? $1.hex.chr("UTF-8") : $2 ? [$2.to_i].pack("U") : ENTITIES.fetch($3) { raise Malformed, "unknown entity #{$3}" } }

  def self.parse(source)
    root = Element.new("#root", {}, [])
    stack = [root]
    source.scan(TOKEN) do
      m = $~
      case m
      in { bad: String => c } then raise Malformed, "unexpected #{c.inspect} at #{m.begin(0)}"
      in { text: String => t } then stack.last.children << unescape(t) unless t.strip.empty?
      in { cdata: String => t } then stack.last.children << t
      in { name: String => name, close: "/" }
        open = stack.pop
        raise Malformed, "</#{name}> closes <#{open.name}>" unless open.name == name
      in { name: String => name, attrs:, empty: }
        element = Element.new(name, attrs.scan(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/).to_h { |k, a, b| [k, unescape(a || b)] }, [])
        stack.last.children << element
        stack << element unless empty
      else next
      end
    end
    raise Malformed, "<#{stack.last.name}> is not closed" unless stack.one?

    root.elements.first
  end
end

class MatchData
  def deconstruct_keys(keys) = keys.to_h { |k| [k, self[k]] } unless method_defined?(:deconstruct_keys)
end

doc = Xml.parse(<<~XML)
  <?xml version="1.0"?>
  <!-- library -->
  <library city='Bonn &amp; "Köln"'>
    <book id="1" lang="en"><title>Fish &lt;and&gt; Chips</title><price currency="EUR">9.50</price></book>
    <book id="2"><title><![CDATA[1 < 2 && 3]]></title><tag>old</tag><tag>rare &#x20AC;&#8364;</tag></book>
    <shelf empty="yes"/>
    loose text
  </library>
XML
puts doc, doc["city"], doc.search("book/title").map(&:text).inspect, doc.at("book[2]/tag[2]").text, doc.search("book[@lang]").size, doc.at("book[@id='2']/title").text, doc.search("**").map(&:name).inspect, doc.search("*/price[@currency=\"EUR\"]").map { |e| e.text.to_f }.sum, doc.at("book/nothing").inspect
doc.to_data.each { |k, v| puts "#{k}: #{v.is_a?(Array) ? v.map { |h| h.map { |a, b| "#{a}=#{b.is_a?(Hash) ? b.to_a : b}" }.join(' ') } : v.to_a.inspect rescue v}" }
puts Xml.parse(doc.to_s).to_s == doc.to_s, doc.descendants.size
["<a><b></a>", "<a>", "<a>&nope;</a>", "<a <b/>", "<a x=1/>"].each do |bad|
  Xml.parse(bad)
rescue Xml::Malformed => e
  puts e.message
end
html = "<p class=x>Hello <b>big</b> &amp; <i>small</i><br/>world</p><script>alert(1)</script>"
puts html.gsub(%r{<script.*?</script>}m, "").gsub(%r{<br\s*/?>}, "\n").gsub(/<[^>]+>/, "").gsub("&amp;", "&")
