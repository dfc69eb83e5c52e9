MRuby::Gem::Specification.new("kobako-digest") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Digest::Base, whose algorithms the guest crate has"
end
