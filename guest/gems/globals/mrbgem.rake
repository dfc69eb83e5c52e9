MRuby::Gem::Specification.new("kobako-globals") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "What reading and writing a special global variable does: $~, $1, $stdout, $0; ARGV and ENV"
  spec.add_dependency "kobako-io"
  spec.add_dependency "kobako-regexp"
  spec.add_dependency "kobako-onig"
end
