MRuby::Gem::Specification.new("kobako") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Kernel output, IO on two descriptors, exit, and what the guest crate calls"
  spec.add_dependency "mruby-compiler", core: "mruby-compiler"
  spec.add_dependency "mruby-sprintf", core: "mruby-sprintf"

  # The engine, from the folder that rakelib/support/onig_source.rb makes. Its parser and its compiler are small
  # rather than fast.
  engine = ENV.fetch("KOBAKO_ONIG")
  spec.cc.include_paths << engine
  Dir["#{engine}/*.c"].sort.each do |source|
    name = File.basename(source, ".c")
    next if name == "tables" # part of unicode.c

    object = objfile("#{build_dir}/onig/#{name}")
    file object => source do
      spec.cc.run(object, source, %w[HAVE_CONFIG_H ONIG_DISABLE_DIRECT_THREADING], [engine], ["-w", name == "regexec" ? "-Os" : "-Oz"])
    end
    spec.objs << object
  end
end
