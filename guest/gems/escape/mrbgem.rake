MRuby::Gem::Specification.new("kobako-escape") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "The escapes of HTML and of URLs, as CGI has them"
end
