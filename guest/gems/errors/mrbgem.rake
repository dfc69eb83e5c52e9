MRuby::Gem::Specification.new("kobako-errors") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Exceptions and their messages; what is said of a name that is not there"
  spec.add_dependency "kobako-services"
end
