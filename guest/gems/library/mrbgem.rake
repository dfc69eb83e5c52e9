MRuby::Gem::Specification.new("kobako-library") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "require: the standard library, which the guest crate unpacks, and the libraries of the host"
  spec.add_dependency "kobako-compiler"
  spec.add_dependency "kobako-regexp"
end
