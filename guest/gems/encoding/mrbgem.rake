MRuby::Gem::Specification.new("kobako-encoding") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "The two encodings of strings, and what goes by characters: upcase, tr, encode"
  spec.add_dependency "kobako-core"
  spec.add_dependency "kobako-onig"
end
