MRuby::Gem::Specification.new("kobako-io") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "puts, print and p, IO on two descriptors, StringIO"
  spec.add_dependency "kobako-format"
  spec.add_dependency "kobako-core"
  spec.add_dependency "kobako-encoding"
end
