MRuby::Gem::Specification.new("kobako-set") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Set"
  spec.add_dependency "kobako-core"
end
