MRuby::Gem::Specification.new("kobako-yaml") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Psych's parser of events and its emitter, which the guest crate has"
  spec.add_dependency "kobako-compiler"
  spec.add_dependency "kobako-numbers"
end
