# frozen_string_literal: true

# The tree of a document: outlines, lint with places, edits that keep order and style, and events as they come.
require "yaml"

TEXT = <<~YAML
  version: 1
  services: &all
    web: {image: "nginx:1.25", ports: [80, 443]}
    db:
      image: 'postgres'
      ports:
        - 5432
      image: twice
  same: *all
YAML

stream = YAML.parse_stream(TEXT, filename: "compose.yml")
tree = stream.children.first
outline = lambda do |node, depth = 0|
  label = node.scalar? ? node.value.inspect : (node.alias? ? "*#{node.anchor}" : "#{node.children.size} children")
  place = "#{node.start_line}:#{node.start_column}-#{node.end_line}:#{node.end_column}"
  puts "#{"  " * depth}#{node.class.name.split("::").last} #{label} #{place unless node.document?}"
  node.children&.each { |child| outline.(child, depth + 1) }
end
outline.(tree)

twice = tree.select(&:mapping?).flat_map do |mapping|
  keys = mapping.children.each_slice(2).map(&:first)
  keys.group_by(&:value).select { |_, list| list.size > 1 }.map { |key, list| "#{key} in lines #{list.map { |node| node.start_line + 1 }.join(" and ")}" }
end
puts "twice: #{twice.join(", ")}"
styles = tree.select(&:scalar?).map { |node| [node.value, node.quoted, node.style] }
p styles.first(6), tree.root.anchor, tree.root.children[3].anchor, tree.tag_directives, tree.implicit

tree.select(&:scalar?).each { |node| node.value = "nginx:1.27" if node.value == "nginx:1.25" }
tree.root.children.push(Psych::Nodes::Scalar.new("added"), Psych::Nodes::Sequence.new.tap { |list| list.children << Psych::Nodes::Scalar.new("x") })
puts stream.to_yaml, stream.yaml(nil, line_width: 40).lines.size, (tree.to_yaml rescue $!.message)
p tree.to_ruby.keys, tree.to_ruby["same"].equal?(tree.to_ruby["services"])

class Counter < Psych::Handler
  attr_reader :events

  def initialize = (super; @events = [])
  def scalar(value, anchor, tag, plain, quoted, style) = @events << [:scalar, value, anchor, tag, plain, quoted, style]
  def start_mapping(anchor, tag, implicit, style) = @events << [:map, anchor, tag, implicit, style]
  def start_sequence(anchor, tag, implicit, style) = @events << [:seq, anchor, tag, implicit, style]
  def alias(anchor) = @events << [:alias, anchor]
  def start_document(version, tags, implicit) = @events << [:document, version, tags, implicit]
  def event_location(*place) = @events << place
end
counter = Counter.new
parser = Psych::Parser.new(counter)
parser.parse("%YAML 1.1\n%TAG !e! tag:e,1:\n--- !e!x\n- &a !!str 1\n- *a\n- |\n  b\n- \"c\"\n...\n")
counter.events.each { |event| p event }

builder = Psych::TreeBuilder.new
builder.start_stream(Psych::Nodes::Stream::UTF8)
builder.start_document([], [], true)
builder.start_mapping(nil, nil, true, Psych::Nodes::Mapping::FLOW)
%w[a b].each { |key| [key, "1"].each { |text| builder.scalar(text, nil, nil, true, false, Psych::Nodes::Scalar::ANY) } }
builder.end_mapping
builder.end_document(true)
builder.end_stream
puts builder.root.to_yaml
p builder.root.to_ruby, YAML.parse("").class, YAML.parse_stream("--- a\n--- b").children.map { |document| document.root.value }
