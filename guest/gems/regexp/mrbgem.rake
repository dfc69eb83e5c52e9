MRuby::Gem::Specification.new("kobako-regexp") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Regexp, MatchData, and String's methods that take a Regexp"
  spec.add_dependency "kobako-core"
  spec.add_dependency "kobako-encoding"
  spec.add_dependency "kobako-onig"
end
