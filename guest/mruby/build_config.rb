# Builds libmruby.a for wasm32-wasip1. Run by `rake guest:build`, which sets
# KOBAKO_CLANG, KOBAKO_MRBC, KOBAKO_AR, KOBAKO_HEADERS and KOBAKO_PREFIX_MAP.

GEMS = %w[
  array-ext bigint binding catch class-ext compar-ext data
  enum-chain enum-ext enum-lazy enumerator errno error fiber hash-ext kernel-ext math
  metaprog method numeric-ext object-ext pack proc-binding proc-ext range-ext
  string-ext struct symbol-ext toplevel-ext
].freeze

# Parts of the core that are faster at -O2; the loop (vm.c) and the gems are not.
HOT = %w[array gc hash symbol].freeze

# Gems whose speed nobody notices: a tenth smaller at -Oz.
COLD = %w[
  array-ext bigint binding catch class-ext compar-ext data errno error fiber hash-ext kernel-ext math
  metaprog method numeric-ext object-ext pack proc-binding proc-ext range-ext string-ext struct symbol-ext
].freeze

# Parts of the core, and of our own gems, of which the same is true.
COLD_CORE = %w[backtrace error etc kernel load range state].freeze
COLD_OWN = %w[
  compiler/src/compiler compiler/src/eval compiler/src/parser core/src/clamp core/src/core core/src/exit
  core/src/hashes core/src/ranges core/src/refusal core/src/shown_names core/src/symbols encoding/src/casecmp
  encoding/src/encoding encoding/src/letter_case encoding/src/normalize encoding/src/transcode errors/src/name_error
  library/src/autoload library/src/feature library/src/require numbers/src/gamma random/src/random time/src/clock
].freeze

# Our own gems and the engine of regular expressions; what depends on which is in each mrbgem.rake.
OWN = Dir[File.expand_path("../{gems/*,onig}/mrbgem.rake", __dir__)].sort.map { |file| File.dirname(file) }.freeze

DEFINES = %w[
  MRB_INT64 MRB_NO_BOXING MRB_USE_VM_SWITCH_DISPATCH
  MRB_NO_STDIO MRB_UTF8_STRING MRB_GV_SET_HOOK=kobako_set_global MRB_GV_GET_HOOK=kobako_special_global
  MRB_PRINTABLE_HOOK=kobako_printable_p
  MRB_READ_FLOAT_HOOK=kobako_read_float MRB_FORMAT_FLOAT_HOOK=kobako_format_float
  MRB_FLOAT_TO_S_HOOK=kobako_float_to_s MRB_ARY_LENGTH_MAX=0 MRB_STR_LENGTH_MAX=2147483648 MRB_GC_BYTES_STEP=262144
  MRB_ALLOC_FAILED=kobako_alloc_failed
  MRB_CALL_LEVEL_MAX=4096 MRB_STACK_MAX=20000 MRB_C_STACK_MAX=851968
  MRB_BACKTRACE_INNER=384 MRB_BACKTRACE_OUTER=128 MRB_BACKTRACE_HIDDEN=kobako_proxy_frame_p
  MRB_NAME_MISSING=kobako_name_missing MRB_AUTOLOAD_HOOK=kobako_autoload MRB_AUTOLOAD_IN_PLACE=kobako_autoload_in_place
  MRB_WARNING=kobako_warning
  MRB_UPPER_HOOK=kobako_upper_p MRB_RUN_AHEAD=kobako_run_ahead MRB_READ_HOOK=kobako_read_methods
].freeze

MRuby::Lockfile.disable

# The Ruby of mruby and of the gems is compiled as that of guests is: by crates/compiler, which crates/mrbc runs.
module OwnCompiler
  def run(out, files, name, **)
    out.puts IO.popen([@build.mrbcfile, "c", name, *files], &:read)
    fail "#{name} does not compile" unless $?.success?
  end
end

# guest/sanitized/build_config.rb takes the gems and the defines from here, for a build of its own.
return if defined?(SANITIZED)

MRuby::CrossBuild.new("wasm") do |conf|
  conf.toolchain :clang
  headers = File.expand_path("../gems/setjmp/include", __dir__)
  resource = `#{ENV.fetch('KOBAKO_CLANG')} -print-resource-dir`.strip

  [conf.cc, conf.asm].each do |tool|
    tool.command = ENV.fetch("KOBAKO_CLANG")
    tool.flags = %W[
      --target=wasm32-wasip1 -Os -std=gnu99 -ffunction-sections -fdata-sections
      -nostdlibinc -isystem #{headers} -isystem #{resource}/include
      -isystem #{ENV.fetch('KOBAKO_HEADERS')}
      -mllvm -wasm-enable-sjlj -mllvm -wasm-use-legacy-eh=false
      -Wall -Werror-implicit-function-declaration
    ] + ENV.fetch("KOBAKO_PREFIX_MAP").split
    tool.defines = DEFINES + %w[MRB_CLEARS_BOOT]
  end
  conf.cc.extend(Module.new do
    def run(outfile, infile, defines = [], include_paths = [], flags = [])
      level = %w[-O2] if infile.match?(%r{/source/src/(#{HOT.join("|")})\.c\z})
      level = %w[-Oz] if infile.match?(%r{/mrbgems/mruby-(#{COLD.join("|")})/|/source/src/(#{COLD_CORE.join("|")})\.c\z})
      level = %w[-Oz] if infile.match?(%r{/gems/(#{COLD_OWN.join("|")})\.c\z})
      super(outfile, infile, defines, include_paths, flags + level.to_a)
    end
  end)
  conf.asm.flags = %w[--target=wasm32-wasip1]
  conf.mrbcfile = ENV.fetch("KOBAKO_MRBC")
  conf.mrbc.extend(OwnCompiler)
  conf.archiver.command = ENV.fetch("KOBAKO_AR")
  conf.archiver.archive_options = 'rcsD "%{outfile}" %{objs}'

  GEMS.each { |name| conf.gem core: "mruby-#{name}" }
  OWN.each { |folder| conf.gem folder }
end
