MRuby::Gem::Specification.new("kobako-time") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Time, its formats and its parsing"
  spec.add_dependency "kobako-core"
  spec.add_dependency "kobako-numbers"
end
