MRuby::Gem::Specification.new("kobako-core") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "What CRuby's core classes have and mruby's have not; exit"
  # The others call what module.rb defines.
  spec.rbfiles = spec.rbfiles.partition { |file| file.end_with?("/module.rb") }.flatten
end
