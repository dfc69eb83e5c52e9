require "json"

class Report
  include JSON

  def initialize(text) = @data = parse(text)
  def to_s = generate(@data)
  def pretty = pretty_generate(@data)
  def names = parse(to_s, symbolize_names: true).keys
end

report = Report.new('{"name": "Ada", "tags": ["a", "b"]}')
puts report, report.pretty
p report.names
begin
  report.generate(1)
rescue NoMethodError => e
  puts e.message[/private method .generate./].tr("`", "'")
end

puts JSON::Parser.new('[1, 2.5]').parse.inspect
p JSON::Parser.new('{"a": 1}', symbolize_names: true).parse
p JSON.parse('{"é": "ü"}'.encode("UTF-16LE"))
puts JSON.generate(["ü".encode("UTF-16BE"), "é".encode("ISO-8859-1")])
puts JSON.generate({ "é".encode("UTF-16LE") => 1 })

state = JSON::State.new(indent: "  ")
state[:object_nl] = "\n"
p state[:indent], state["object_nl"]
puts state.generate({ "a" => 1 })
p JSON.load("null"), JSON.load(""), JSON.load(nil)
begin
  JSON.load("", nil, allow_blank: false)
rescue JSON::ParserError
  puts "a blank text is none"
end
puts JSON.dump(a: 1), JSON.dump({ "b" => 2 })
begin
  JSON.dump
rescue ArgumentError
  puts "nothing to dump"
end
