# frozen_string_literal: true

require "open3"

# A change of mruby: a unified diff below a header of five fields, each at the start of a line, with what follows
# in the lines after it:
#   Script: two lines of Ruby at most that show what is wrong
#   Wrong:  what is wrong, in a sentence
#   Mended: how
#   Spec:   the files that prove it, with commas between them
#   Kind:   fault (of mruby, for upstream) or ours (only a sandbox wants it)
class MrubyPatch
  FIELDS = %w[Script Wrong Mended Spec Kind].freeze
  KINDS = %w[fault ours].freeze
  FIELD = /^(#{FIELDS.join("|")}):[ \t]*/
  # No line of the tree may differ from those of the diff.
  PATCH = %w[patch --unified --fuzz=0 --forward --batch --strip=1 --no-backup-if-mismatch --reject-file=-].freeze

  class Failed < StandardError; end

  attr_reader :name, :path

  def initialize(path, name: File.basename(path, ".patch"))
    @path = File.expand_path(path)
    @name = name
  end

  # The text of each field that is there.
  def fields = header.split(FIELD).drop(1).each_slice(2).to_h.transform_values(&:strip)

  # What is wrong with the header; the specs are below `root`.
  def problems(root)
    strangers = specs.reject { |file| File.exist?(File.join(root, file)) }
    found = wrong_fields + strangers.map { |file| "names #{file}, which is not there" }
    found.map { |words| "#{name} #{words}" }
  end

  # The files that it changes, relative to the tree.
  def files = diff.scan(%r{^\+\+\+ b/(\S+)}).flatten

  # Changes the tree. Raises Failed, with the tree as it was, where its lines are others.
  # @return [Boolean] whether all changes are at the very lines that the diff names
  def apply(tree)
    run(tree, "--dry-run")
    !run(tree).match?(/\boffset\b/)
  end

  # Changes the tree, and writes the diff anew as what it changed there.
  def refresh(tree)
    before = files.to_h { |file| [file, File.binread(File.join(tree, file))] }
    apply(tree)
    changes = before.map { |file, content| difference(file, content, File.join(tree, file)) }
    File.binwrite(path, header.b + changes.join)
  end

  private

  def text = File.read(path, encoding: "UTF-8")
  def header = text[/\A.*?(?=^--- )/m].to_s
  def diff = text.delete_prefix(header)
  def specs = fields["Spec"].to_s.split(/[,\s]+/)

  def wrong_fields
    found = FIELDS.select { |field| fields[field].to_s.empty? }.map { |field| "has no #{field}:" }
    found << "has a Script: of more than two lines" if fields["Script"].to_s.lines.size > 2
    found << "is of no kind (#{KINDS.join(" or ")})" unless KINDS.include?(fields["Kind"])
    found
  end

  def run(tree, *options)
    said, status = Open3.capture2e({ "LC_ALL" => "C" }, *PATCH, *options, "--input", path, chdir: tree)
    raise Failed, "#{name} fails: #{failures(said)}" unless status.success?

    said
  end

  def failures(said)
    failed = said.split(/^(?:checking|patching) file /).drop(1).filter_map do |part|
      file = part.lines.first.chomp
      places = part.scan(/^Hunk #\d+ FAILED at (\d+)/).join(", ")
      next "#{file} has it already" if part.include?("previously applied")

      "#{file} at #{places}" unless places.empty?
    end
    failed.empty? ? said.lines(chomp: true).first : failed.join(", ")
  end

  def difference(file, before, after)
    said, status = Open3.capture2("diff", "-U3", "-p", "--label", "a/#{file}", "--label", "b/#{file}", "-", after,
                                  stdin_data: before, binmode: true)
    raise Failed, "#{name} changes nothing in #{file}" unless status.exitstatus == 1

    said
  end
end
