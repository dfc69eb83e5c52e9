# frozen_string_literal: true

require "fileutils"
require "json"
require "open3"
require "tmpdir"
require "yaml"
require_relative "../../rakelib/support/npm"
require_relative "guest_programs"

# Runs the programs of spec/guest on CRuby 4.0, built for WebAssembly and run by Node, both from npm by the lock file of
# spec/support/ruby40_wasm. That build has 32 bits, musl's mathematics and a short stack: the programs that meet these
# are listed with the reason and left out.
class Judge40
  SOURCE = File.expand_path("ruby40_wasm", __dir__)
  FOLDER = File.expand_path("../../tmp/ruby40_wasm", __dir__)
  LEFT_OUT = YAML.load_file("#{GuestPrograms::FOLDER}/left_out_on_wasm.yml").freeze

  # Installs what is needed into FOLDER, unless it is there.
  def self.install
    FileUtils.mkdir_p(FOLDER)
    lock = "#{FOLDER}/package-lock.json"
    return new if File.exist?("#{FOLDER}/installed") && FileUtils.compare_file("#{SOURCE}/package-lock.json", lock)

    FileUtils.cp(Dir["#{SOURCE}/*.json"], FOLDER)
    Npm.ci(FOLDER)
    FileUtils.touch("#{FOLDER}/installed")
    new
  end

  # @return [Hash{String => String}] what the programs print
  # @raise [RuntimeError] if some fail
  def texts
    sources = GuestPrograms::SOURCES.except(*LEFT_OUT.keys)
    outcomes = sources.keys.zip(outcomes(sources.values)).to_h
    failures = outcomes.filter_map { |name, (_, error)| "#{name} fails on CRuby 4.0: #{error}" if error }
    raise failures.join("\n") if failures.any?

    outcomes.transform_values(&:first)
  end

  # @param sources [Array<String>]
  # @return [Array<(String, String)>] what each prints, and the error that ended it or nil
  def outcomes(sources)
    FileUtils.cp("#{SOURCE}/run.mjs", FOLDER)
    Dir.mktmpdir do |folder|
      files = sources.each_index.map { |index| "#{folder}/#{index}" }
      files.zip(sources) { |file, source| File.write(file, source) }
      output, status = Open3.capture2(node, "--no-warnings", "#{FOLDER}/run.mjs", stdin_data: "#{files.join("\n")}\n")
      raise "Node ended at program #{output.lines.size} with #{status}" unless output.lines.size == sources.size

      output.lines.map { |line| JSON.parse(line) }
            .map { |result| [result["output"].encode("ISO-8859-1").force_encoding("UTF-8"), result["error"]] }
    end
  end

  private

  def node = Dir["#{FOLDER}/node_modules/node-*/bin/node"].first || "node"
end
