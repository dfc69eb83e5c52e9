MRuby::Gem::Specification.new("kobako-compiler") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Programs and texts for eval, which the guest crate compiles"
  spec.add_dependency "kobako-io"
  spec.add_dependency "kobako-numbers"
  spec.add_dependency "kobako-onig"
  spec.add_dependency "kobako-regexp"
  spec.add_dependency "mruby-binding", core: "mruby-binding"
end
