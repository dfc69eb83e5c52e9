MRuby::Gem::Specification.new("kobako-json") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "JSON.parse and JSON.generate as the json gem of CRuby has them"
  spec.add_dependency "kobako-core"
  spec.add_dependency "kobako-encoding"
  spec.add_dependency "kobako-numbers"
end
