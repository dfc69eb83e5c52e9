MRuby::Gem::Specification.new("kobako-numbers") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Integer, Float, Rational and Complex as CRuby has them, and the text of floats"
  spec.add_dependency "kobako-core"
end
