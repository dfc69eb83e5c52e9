MRuby::Gem::Specification.new("kobako") do |spec|
  spec.license = "Apache-2.0"
  spec.author = "kobako developers"
  spec.summary = "Kernel output, IO on two descriptors, exit, and what the guest crate calls"
  spec.add_dependency "mruby-compiler", core: "mruby-compiler"
  spec.add_dependency "mruby-sprintf", core: "mruby-sprintf"
end
