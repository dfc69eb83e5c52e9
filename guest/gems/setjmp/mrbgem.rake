MRuby::Gem::Specification.new("kobako-setjmp") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "C's setjmp and longjmp by WebAssembly's exceptions"
end
