# frozen_string_literal: true

require "kobako"
require "stringio"

# The Ruby of a document. Its blocks are one program; a statement may end with what it gives (`# => 42`) or raises
# (`# raises Kobako::Error: the beginning of its message …`).
class DocumentCode
  FENCE = "```"
  CLAIM = / # (=>|raises) (.+)$/
  private_constant :FENCE, :CLAIM

  # A statement or more, with the number of their first line.
  Part = Struct.new(:line, :code, :kind, :claim)

  # @param path [String] of a document in Markdown
  def initialize(path)
    @path = path
    @lines = File.readlines(path, chomp: true)
  end

  # @return [Array<Part>] in order
  def parts
    @parts ||= blocks.flat_map do |numbers|
      numbers.slice_when { |number, _| @lines[number].match?(/\A\S.*#{CLAIM}/) }.map { |part| part(part) }
    end
  end

  # @return [String] all of it, each line where it stands in the document
  def program
    wanted = blocks.flatten
    @lines.each_index.map { |number| wanted.include?(number) ? "#{@lines[number]}\n" : "\n" }.join
  end

  # Runs it in this process.
  #
  # @return [Array<String>] what is not as the document says
  def wrong
    place = TOPLEVEL_BINDING.dup
    parts.filter_map { |part| problem(part, place)&.then { |text| "#{@path}:#{part.line}: #{text}" } }
  end

  private

  def blocks
    fences = @lines.each_index.select { |number| @lines[number].start_with?(FENCE) }
    fences.each_slice(2).select { |first, _| @lines[first] == "#{FENCE}ruby" }
          .map { |first, last| ((first + 1)...last).to_a }
  end

  def part(numbers)
    kind, claim = @lines[numbers.last].match(CLAIM)&.captures
    Part.new(numbers.first + 1, numbers.map { |number| @lines[number] }.join("\n"), kind, claim)
  end

  def problem(part, place)
    value = place.eval(part.code, @path, part.line)
    return "nothing was raised, not #{part.claim}" if part.kind == "raises"

    "#{value.inspect}, not #{part.claim}" if part.kind && value != place.eval(part.claim)
  rescue StandardError => e
    text = "#{e.class}: #{e.message}"
    "#{text} was raised" unless part.kind == "raises" && text.start_with?(part.claim.delete_suffix(" …"))
  end
end

if $PROGRAM_NAME == __FILE__
  shown = $stdout
  $stdout = StringIO.new
  wrong = DocumentCode.new(ARGV.first).wrong
  shown.puts(wrong)
  exit wrong.empty?
end
