# frozen_string_literal: true

require "digest"
require "fileutils"
require "open3"
require "rbconfig"
require_relative "../../rakelib/support/mruby_source"
require_relative "clock"

# mruby for this machine, of the guest's source and gems, as it comes and by gcc -O2.
# Built once for each version of these, under tmp/.
class NativeMruby
  GUEST_CONFIG = "guest/mruby/build_config.rb"
  # The guest's settings that change what a script computes; the rest is left as mruby has it here.
  SAME_HERE = /\AMRB_(INT64|UTF8_STRING|ARY_LENGTH_MAX|STR_LENGTH_MAX)/
  HERE_ONLY = %w[io bin-mrbc].freeze

  def initialize(folder = "tmp/native-mruby")
    @folder = File.expand_path(folder)
    build unless File.exist?(stamp) && File.read(stamp) == version
  end

  # What a script does that native mruby cannot.
  class Failed < StandardError; end

  # Median seconds of one run of `script`; with `fresh` each run opens and closes an interpreter.
  def median(script, runs: 51, fresh: false) = Clock.median_of(times(script, runs, fresh)) / 1e9

  # Seconds of the quickest run.
  def least(script, runs:) = times(script, runs, false).min / 1e9

  private

  # Nanoseconds of each run.
  def times(script, runs, fresh)
    _, times, status = Open3.capture3(program, runs.to_s, *("fresh" if fresh), stdin_data: script)
    raise Failed, "native mruby failed: #{times}" unless status.success?

    times.split.map(&:to_i)
  end

  def program = "#{@folder}/native"
  def stamp = "#{@folder}/version"
  def source = "#{@folder}/source"
  def defines = words("DEFINES").grep(SAME_HERE)

  def version
    files = [GUEST_CONFIG, *Dir["#{__dir__}/native*"]]
    Digest::SHA256.hexdigest([MrubySource::DIGEST, *files.map { |file| File.binread(file) }].join("\0"))
  end

  def words(constant)
    File.read(GUEST_CONFIG)[/^#{constant} = %w\[(.*?)\]/m, 1]&.split or raise "#{GUEST_CONFIG} has no #{constant}"
  end

  def build
    FileUtils.rm_rf(@folder)
    MrubySource.unpack(source)
    environment = {
      "MRUBY_CONFIG" => "#{__dir__}/native_config.rb", "MRUBY_BUILD_DIR" => "#{@folder}/build",
      "INSTALL_DIR" => "#{@folder}/bin", "KOBAKO_NATIVE_GEMS" => (words("GEMS") + HERE_ONLY).join(" "),
      "KOBAKO_NATIVE_DEFINES" => defines.join(" ")
    }
    run(environment, RbConfig.ruby, "minirake", "--quiet", chdir: source, out: File::NULL)
    compile
    File.write(stamp, version)
  end

  def compile
    library = "#{@folder}/build/native"
    run("gcc", "-O2", *defines.map { |define| "-D#{define}" }, "-I#{source}/include", "-I#{library}/include",
        "#{__dir__}/native.c", "-L#{library}/lib", "-lmruby", "-lm", "-o", program)
  end

  def run(*command, **options) = system(*command, **options, exception: true)
end
