# frozen_string_literal: true

require "fileutils"
require "rbconfig"
require_relative "crate_stage"
require_relative "guest_digest"
require_relative "guest_library"
require_relative "guest_toolchain"
require_relative "mruby_patches"
require_relative "mruby_source"
require_relative "onig_source"
require_relative "prism_toolchain"
require_relative "unicode_tables"
require_relative "unread_methods"
require_relative "wasm_optimizer"

# Makes data/kobako.wasm of the tree in `root`: mruby's library, the guest crate, the bake, the optimizer.
# Nothing in the result depends on where the tree or the work folder are.
class GuestBuild
  # The parser's deepest nesting takes some 2.5 MiB of it. What most scripts touch of it, and all after it, lies beyond
  # the first 4 MiB: what is never touched has no page table then, and costs nothing to look through after each
  # invocation.
  STACK_BYTES = (4 << 20) + (128 << 10)

  def initialize(root)
    @root = File.expand_path(root)
    @work = File.join(@root, "guest/target/mruby")
  end

  # The path of the result.
  def call
    prepare_mruby
    crate = build_crate(stage_crates.tap { |stage| build_mruby(stage) })
    FileUtils.mkdir_p(File.dirname(output))
    run(GuestToolchain.own("kobako-bake"), crate, output, GuestDigest.of_tree(@root), pack)
    WasmOptimizer.new(@root).call(output)
  end

  private

  def output = File.join(@root, "data/kobako.wasm")
  def crate_target = File.join(@root, "guest/target")

  def source = File.join(@work, "source")

  def series = MrubyPatches.new(@root)

  # After the series.
  def own_patches = []

  def unread = UnreadMethods.new(@root, File.join(@work, "build"))

  def pack = GuestLibrary.new(@root).pack(unread.folder, File.join(@work, "build", machine, "presym"))

  # mruby's name of what is built.
  def machine = "wasm"

  def configuration = File.join(@root, "guest/mruby/build_config.rb")

  def prepare_mruby
    patches = [*series, *own_patches]
    state = state_by([configuration, unread.resident, *patches.map(&:path)])
    stamp = File.join(@work, "patched")
    return if File.exist?(stamp) && File.binread(stamp) == state.b

    FileUtils.rm_rf(@work)
    MrubySource.unpack(source)
    series.apply(source)
    own_patches.each { |patch| patch.apply(source) }
    File.binwrite(stamp, state)
  end

  def state_by(files) = [MrubySource::DIGEST, *files.map { |file| File.read(file) }].join

  def build_mruby(stage)
    # An archive that is added to keeps the order of its history, and the linker follows it.
    FileUtils.rm_f(Dir[File.join(@work, "build/**/*.a")])
    environment = {
      "KOBAKO_CLANG" => GuestToolchain::CLANG,
      "KOBAKO_MRBC" => GuestToolchain.own("kobako-mrbc"),
      "KOBAKO_ONIG" => OnigSource.new(@root, File.join(@work, "onig"), stage).call,
      "KOBAKO_UNICODE" => UnicodeTables.new(File.join(@work, "unicode"), stage).call,
      "MRUBY_CONFIG" => configuration,
      "MRUBY_BUILD_DIR" => File.join(@work, "build"),
      "INSTALL_DIR" => File.join(@work, "bin"),
      **unread.environment, **compiler_environment
    }
    run(environment, RbConfig.ruby, *rake, "--quiet", chdir: source, out: File::NULL)
  end

  # One after the other: so every build is the same.
  def rake = ["minirake"]

  def compiler_environment
    {
      "KOBAKO_AR" => GuestToolchain::ARCHIVER,
      "KOBAKO_HEADERS" => GuestToolchain::HEADERS,
      "KOBAKO_PREFIX_MAP" => "-ffile-prefix-map=#{@work}=mruby -ffile-prefix-map=#{@root}=kobako"
    }
  end

  def stage_crates = CrateStage.new(@root).call

  def build_crate(stage)
    environment, command, link_flags = GuestToolchain.cargo
    environment = no_flags_of_others.merge(
      environment,
      PrismToolchain.new(File.join(@work, "prism")).environment(crate_target),
      "KOBAKO_MRUBY_LIB" => File.join(@work, "build/wasm/lib"),
      "CARGO_TARGET_DIR" => crate_target,
      "CARGO_ENCODED_RUSTFLAGS" => (link_flags + reproducible_flags).join("\x1f")
    )
    run(environment, *command, "--release", "--locked", "--target", GuestToolchain::TARGET,
        "--package", "kobako-guest", chdir: stage)
    File.join(crate_target, GuestToolchain::TARGET, "release/kobako_guest.wasm")
  end

  # What cargo would take from the caller's environment and make another binary by.
  def no_flags_of_others = ENV.keys.grep(/\A(?:CARGO_(?:PROFILE|BUILD)_|RUSTFLAGS\z)/).to_h { |name| [name, nil] }

  def reproducible_flags
    cargo_home = ENV.fetch("CARGO_HOME", File.join(Dir.home, ".cargo"))
    ["-Clink-arg=-zstack-size=#{STACK_BYTES}", "-Clink-arg=--compress-relocations", "-Clink-arg=--fatal-warnings",
     "-Clink-arg=--export=__stack_high", "-Clink-arg=--export=kobako_tier", "-Clink-arg=--export-table",
     "--remap-path-prefix=#{@root}/guest/target/stage=kobako", "--remap-path-prefix=#{cargo_home}=cargo"]
  end

  def run(*command, **options) = system(*command, **options, exception: true)
end
