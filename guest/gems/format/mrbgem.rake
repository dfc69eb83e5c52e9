MRuby::Gem::Specification.new("kobako-format") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "format, sprintf and String#% as CRuby has them"
  spec.add_dependency "kobako-numbers"
end
