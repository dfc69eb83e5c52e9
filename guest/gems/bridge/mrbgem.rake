MRuby::Gem::Specification.new("kobako-bridge") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "What the guest crate calls: compile, run, build and look at values"
  spec.cc.include_paths << File.join(MRUBY_ROOT, "mrbgems/mruby-bigint/core")
  spec.add_dependency "kobako-compiler"
  spec.add_dependency "kobako-core"
  spec.add_dependency "kobako-errors"
  spec.add_dependency "kobako-interpreter"
  spec.add_dependency "kobako-library"
  spec.add_dependency "kobako-numbers"
  spec.add_dependency "kobako-services"
  spec.add_dependency "kobako-set"
  spec.add_dependency "kobako-time"
  spec.add_dependency "kobako-yaml"
end
