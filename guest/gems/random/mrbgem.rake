MRuby::Gem::Specification.new("kobako-random") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Random with the sequences of CRuby"
  spec.add_dependency "kobako-core"
end
