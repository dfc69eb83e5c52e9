MRuby::Gem::Specification.new("kobako-interpreter") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "The instructions that need no call of C, apart from mruby's loop over all of them"
  spec.add_dependency "mruby-struct", core: "mruby-struct"
end
