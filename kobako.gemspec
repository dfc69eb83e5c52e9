# frozen_string_literal: true

require_relative "lib/kobako/version"

Gem::Specification.new do |spec|
  spec.name = "kobako"
  spec.version = Kobako::VERSION
  spec.authors = ["The kobako authors"]
  spec.summary = "Runs untrusted Ruby in a WebAssembly sandbox inside a Ruby process"
  spec.description = "kobako runs scripts that you do not trust in an mruby interpreter compiled to WebAssembly, " \
                     "with limits on time, memory and output, and gives back their value, output and errors."
  spec.license = "Apache-2.0"
  spec.required_ruby_version = ">= 3.1"
  spec.metadata = { "rubygems_mfa_required" => "true" }

  spec.files = Dir.chdir(__dir__) do
    Dir["exe/*", "lib/**/*.rb", "sig/**/*.rbs", "data/kobako.wasm", "Cargo.{toml,lock}",
        "{ext/kobako,crates/{engine,wire}}/Cargo.toml", "ext/kobako/extconf.rb",
        "{ext/kobako,crates/{engine,wire}}/src/**/*.rs",
        "docs/**/*.md", "README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "NOTICE"]
  end
  spec.require_paths = ["lib"]
  spec.bindir = "exe"
  spec.executables = ["kobako"]
  spec.extensions = ["ext/kobako/extconf.rb"]
  spec.add_dependency "rb_sys", "~> 0.9"
end
