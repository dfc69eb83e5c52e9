MRuby::Gem::Specification.new("kobako-marshal") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "What Marshal writes and reads most; the rest of it is in Ruby"
  spec.add_dependency "kobako-core"
  spec.add_dependency "kobako-encoding"
end
