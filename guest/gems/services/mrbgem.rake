MRuby::Gem::Specification.new("kobako-services") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Services and handles: objects that send every method to the host"
end
