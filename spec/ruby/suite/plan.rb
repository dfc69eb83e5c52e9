# frozen_string_literal: true

module RubySuite
  # One spec file as text, and before it the files of the tree that it requires, each once.
  class Plan
    RELATIVE = /\A(\s*)require_relative[ (]+(['"])([^'"#]+)\2\)?/
    LIBRARY = %r{\A(\s*)require[ (]+(['"])([\w/-]+)\2\)?\s*$}
    # What an example may ask for itself, since its constants are looked at by others too.
    ALWAYS = %r{/shared/|/(classes|common)\.rb\z}

    # @return [Array<(String, String)>] path in the tree and text
    attr_reader :files
    # @return [String] path in the tree
    attr_reader :path
    # @return [String]
    attr_reader :text

    def initialize(tree, path)
      @tree = tree
      @path = path
      @files = []
      @seen = {}
      @text = read("#{tree}/#{path}")
    end

    def to_h = { "files" => @files, "spec" => [@path, @text] }

    private

    def read(file)
      @seen[file] = true
      text = File.binread(file).force_encoding(Encoding::UTF_8)
      text.lines.map { |line| line.valid_encoding? ? line_of(line, file) : line }.join
    end

    def line_of(line, file)
      case line
      when RELATIVE then relative(line, Regexp.last_match, file)
      when LIBRARY then line.sub(LIBRARY, "\\1spec_require(\"\\3\")\n")
      else line
      end
    end

    def relative(line, found, file)
      target = File.expand_path(found[3].end_with?(".rb") ? found[3] : "#{found[3]}.rb", File.dirname(file))
      return line unless File.file?(target) && target.start_with?(@tree)
      return line unless found[1].empty? || target.match?(ALWAYS)

      add(target)
      "#{found[1]}nil#{found.post_match}"
    end

    def add(file)
      return if @seen[file] || File.basename(file) == "spec_helper.rb"

      text = read(file)
      @files << [file.delete_prefix("#{@tree}/"), text]
    end
  end
end
