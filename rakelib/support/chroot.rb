# frozen_string_literal: true

require "open3"
require "rake"
require "tmpdir"
require_relative "target_ruby"

# A release of Debian with Ruby and nothing to compile with, in a folder: tries a gem there as users meet it, where the
# root is read-only and nobody has a home. Needs to be root.
class Chroot
  COMPILERS = %w[cc gcc clang make cargo rustc].freeze
  NOBODY = "65534:65534"
  CLEAN = %w[env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8].freeze
  READ_ONLY = 'mount --bind "$0" "$0" && mount --options remount,bind,ro "$0" && exec chroot "$@"'
  PROGRAM = <<~RUBY
    clock = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }
    begun = clock.call
    require "kobako"
    loaded = clock.call
    sandbox = Kobako::Sandbox.new
    made = clock.call
    value = sandbox.eval("1 + 2")
    abort "1 + 2 gave \#{value}" unless value == 3
    abort "the root can be written" if system("touch", "/written", err: File::NULL)
    format = "Ruby %s as user %d: require %.1f ms, first Sandbox.new %.1f ms, first eval %.1f ms"
    puts format % [RUBY_VERSION, Process.uid, *[loaded - begun, made - loaded, clock.call - made].map { 1e3 * _1 }]
  RUBY

  include Rake::FileUtilsExt

  # @param suite [String] "bookworm"
  def initialize(suite)
    @suite = suite
    @template = "#{TargetRuby.folder}/#{suite}"
  end

  # Installs the gem and runs it as root and as nobody.
  #
  # @param gem [String] its path
  def try(gem)
    make
    Dir.mktmpdir do |folder|
      sh "cp", "--archive", "--reflink=auto", @template, root = "#{folder}/root", verbose: false
      found = run("chroot", root, "sh", "-c", "command -v #{COMPILERS.join(" ")} || true")
      raise "#{@suite} has #{found.split.join(", ")}" unless found.empty?

      cp gem, root, verbose: false
      install = %w[gem install --local --no-document]
      seconds = time { run("chroot", root, *CLEAN, *install, "/#{File.basename(gem)}") }
      puts format("%s: installed in %.1f s", @suite, seconds)
      [[], ["--userspec=#{NOBODY}"]].each { |user| puts run(*read_only(root, user), "ruby", "-e", PROGRAM) }
    end
  end

  private

  def make
    return if File.directory?(@template)

    sh "bin/setup", "debootstrap" unless system("command -v debootstrap", out: File::NULL)
    rm_rf begun = "#{@template}.begun"
    sh "debootstrap", "--variant=minbase", "--include=ruby", @suite, begun
    mv begun, @template
  end

  def read_only(root, user)
    ["unshare", "--mount", "sh", "-c", READ_ONLY, root, *user, root, *CLEAN]
  end

  # What a program prints; it may complain of nothing.
  def run(*command)
    output, complaint, status = Open3.capture3(*command)
    return output if status.success? && complaint.empty?

    raise "#{command.first(4).join(" ")} …: #{status}\n#{output}#{complaint}"
  end

  def time
    begun = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    yield
    Process.clock_gettime(Process::CLOCK_MONOTONIC) - begun
  end
end
