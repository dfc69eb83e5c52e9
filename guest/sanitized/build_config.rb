# Builds libmruby.a for this machine with AddressSanitizer and UndefinedBehaviorSanitizer, of the same gems and
# defines as the wasm build. Run by `rake guest:sanitize`, which sets KOBAKO_CLANG, KOBAKO_MRBC and KOBAKO_SANITIZERS.

SANITIZED = true
require_relative "../mruby/build_config"

# Frames are larger with sanitizers, so is the stack that driver.c gives. A stack that grows by little moves often,
# which shows every pointer into it that is kept too long. In wasm no address tells what is read-only.
CHANGED = %w[SANITIZED MRB_C_STACK_MAX=4194304 MRB_STACK_GROWTH=8 MRB_NO_DEFAULT_RO_DATA_P].freeze

MRuby::CrossBuild.new("sanitized") do |conf|
  conf.toolchain :clang
  names = CHANGED.map { |define| "#{define[/\w+/]}=" }

  [conf.cc, conf.asm].each do |tool|
    tool.command = ENV.fetch("KOBAKO_CLANG")
    tool.flags = ENV.fetch("KOBAKO_SANITIZERS").split + %w[-std=gnu99 -Wall -Werror-implicit-function-declaration]
    tool.defines = DEFINES.reject { |define| define.start_with?(*names) } + CHANGED
  end
  conf.mrbcfile = ENV.fetch("KOBAKO_MRBC")
  conf.mrbc.extend(OwnCompiler)
  GEMS.each { |name| conf.gem core: "mruby-#{name}" }
  OWN.each { |folder| conf.gem folder }
end
