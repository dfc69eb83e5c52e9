# Compiles the engine from the folder that rakelib/support/onig_source.rb makes, and lets gems that depend on it see
# its headers. Its parser and its compiler are small rather than fast.
MRuby::Gem::Specification.new("kobako-onig") do |spec|
  spec.license = "BSD-2-Clause"
  spec.author = "K.Kosako and the kobako developers"
  spec.summary = "Oniguruma, the engine of regular expressions and of Unicode's properties"

  engine = ENV.fetch("KOBAKO_ONIG")
  spec.export_include_paths << engine
  Dir["#{engine}/*.c"].sort.each do |source|
    name = File.basename(source, ".c")
    next if %w[tables branches first_sets].include?(name) # parts of unicode.c and regext.c

    object = objfile("#{build_dir}/#{name}")
    file object => source do
      spec.cc.run(object, source, %w[HAVE_CONFIG_H ONIG_DISABLE_DIRECT_THREADING], [engine], ["-w", name == "regexec" ? "-Os" : "-Oz"])
    end
    build.libmruby_objs << object
  end
end
