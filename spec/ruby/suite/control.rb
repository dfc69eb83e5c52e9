# frozen_string_literal: true

require "digest"
require "open3"
require "stringio"
require "zlib"

module RubySuite
  # Which examples CRuby passes. The list is kept in a file, so that only who makes it needs that CRuby.
  class Control
    FILE = File.expand_path("../control.gz", __dir__)
    DRIVER = File.expand_path("control_driver.rb", __dir__)
    INLINE = "job = Marshal.load($stdin.binmode); eval(job['driver'], TOPLEVEL_BINDING, 'driver.rb')"

    # The list is of another harness, or of another tree.
    class Stale < StandardError; end

    # @return [Hash{String => Array<String>}] names of examples by file
    attr_reader :passed

    def initialize(passed)
      @passed = passed
    end

    class << self
      # @param digest [String] of harness and tree
      # @raise [Stale]
      def load(digest, file = FILE)
        head, *lines = Zlib.gunzip(File.binread(file)).force_encoding(Encoding::UTF_8).split("\n")
        unless head.end_with?(" #{digest}")
          raise Stale, "#{File.basename(file)} is of another harness or tree (run rake spec:ruby:control)"
        end

        groups = lines.slice_before { |line| !line.start_with?(" ") }
        new(groups.to_h { |path, *names| [path, names.map { |name| name[1..] }] })
      end

      # Asks a CRuby, all files in one process that forks for each.
      # @param command [Array<String>] that starts it
      # @param plans [Array<Plan>]
      def ask(command, tree, harness, plans)
        job = { "driver" => File.read(DRIVER), "harness" => harness, "root" => tree, "plans" => plans.map(&:to_h) }
        output, status = Open3.capture2(*command, "-W0", "-e", INLINE, stdin_data: Marshal.dump(job), binmode: true)
        raise "#{command.join(" ")} ended with #{status.exitstatus}" unless status.success?

        version, outputs = Marshal.load(output) # rubocop:disable Security/MarshalLoad
        [version, new(plans.zip(outputs).to_h { |plan, text| [plan.path, Records.new(text).passed] })]
      end
    end

    # @param version [String] of the CRuby
    def write(version, digest, file = FILE)
      lines = @passed.sort.flat_map { |path, names| [path, *names.map { |name| " #{name}" }] }
      body = StringIO.new
      gzip = Zlib::GzipWriter.new(body, Zlib::BEST_COMPRESSION)
      gzip.mtime = 1
      gzip.write(["#{version} #{digest}", *lines, ""].join("\n"))
      gzip.close
      File.binwrite(file, body.string)
    end
  end
end
