# frozen_string_literal: true

module RubySuite
  # What the harness wrote about one spec file.
  class Records
    LINE = /^\x02([SRLQ])\t([^\n]*)\n/n
    PASSED = "P"
    # Each an index, a kind, a name and a message.
    Example = Struct.new(:index, :kind, :name, :message)

    # @return [Array<Example>] those that ended
    attr_reader :examples
    # @return [Array<String>] what else went wrong
    attr_reader :notes
    # @return [Example, nil] the one that began and did not end
    attr_reader :running

    def initialize(output = "")
      @examples = []
      @notes = []
      output.b.scan(LINE) { |type, rest| take(type, rest.force_encoding(Encoding::UTF_8).scrub("?").split("\t", -1)) }
    end

    # @return [Hash{String => Example}] by name; those of the same name get a number from the second on
    def by_name
      seen = Hash.new(0)
      @examples.sort_by(&:index).to_h do |example|
        number = seen[example.name] += 1
        [number == 1 ? example.name : "#{example.name} ##{number}", example]
      end
    end

    # @return [Array<String>] names
    def passed = by_name.select { |_, example| example.kind == PASSED }.keys

    private

    def take(type, fields)
      case type
      when "S" then @running = Example.new(fields[0].to_i, "?", printable(fields[1].to_s), "")
      when "R"
        @running = nil
        @examples << Example.new(fields[0].to_i, fields[1], printable(fields[2].to_s), fields[3].to_s)
      else @notes << fields.join(": ")
      end
    end

    def printable(name) = name.gsub(/[\x00-\x1f\x7f]/) { |character| character.inspect[1..-2] }
  end
end
