# frozen_string_literal: true

require "tmpdir"
require_relative "../rakelib/support/rust_imports"

RSpec.describe RustImports do
  root = File.expand_path("..", __dir__)
  engine = "#{root}/crates/engine"

  # What stands on the floors above the words and numbers in the other files of the engine's root.
  floors = [%w[process], %w[compile], %w[guest], %w[reuse], %w[module loader start invocation snapshot lib]].freeze
  floor_of = lambda do |file|
    name = file.delete_suffix(".rs").split("/").first
    (floors.index { |floor| floor.include?(name) } || -1) + 1
  end

  %w[crates/engine ext/kobako].each do |crate|
    it "finds no circle among the files of #{crate}" do
      imports = described_class.new("#{root}/#{crate}/src")

      expect(imports.files.size).to be > 15
      expect(imports.arrows.values.sum(&:size)).to be > 30
      expect(imports.circles).to be_empty
    end

    it "finds no file of more than 400 lines in #{crate}" do
      files = Dir["#{root}/#{crate}/**/*.rs"]

      expect(files.to_h { |file| [file, File.foreach(file).count] }.select { |_, lines| lines > 400 }).to be_empty
    end
  end

  it "finds no file of the engine that names one of a floor above its own" do
    arrows = described_class.new("#{engine}/src").arrows
    upward = arrows.flat_map do |file, named|
      named.select { |other| floor_of[other] > floor_of[file] }.map { |other| "#{file} -> #{other}" }
    end

    expect(arrows.keys.map(&floor_of).tally.size).to eq(6)
    expect(upward).to be_empty
  end

  it "finds no way from the engine to Ruby" do
    packages = File.read("#{root}/Cargo.lock").scan(/^name = "([^"]+)"\n.*?(?:^dependencies = \[\n(.*?)^\]|\n\n|\z)/m)
    needs = Hash.new { |all, name| all[name] = [] }
    packages.each { |name, list| needs[name] += list.to_s.scan(/"([^" ]+)/).flatten }
    reached = ["kobako-engine"]
    reached.each { |name| reached.concat(needs[name] - reached) }

    expect(reached).to include("wasmtime", "kobako-wire")
    expect(reached.grep(/\A(magnus|rb-sys)/)).to be_empty
    expect(needs["kobako"]).to include("magnus", "rb-sys", "kobako-engine")
  end

  describe "in a crate made for it" do
    around { |example| Dir.mktmpdir { |folder| (@folder = folder) && example.run } }

    def arrows(**files)
      files.each do |name, text|
        path = "#{@folder}/#{name.to_s.gsub("__", "/")}.rs"
        FileUtils.mkdir_p(File.dirname(path))
        File.write(path, text)
      end
      described_class.new(@folder)
    end

    it "follows each way to name a file" do
      imports = arrows(
        lib: "mod a;\nmod b;\npub use b::c::D;", b: "pub mod c; mod e;\nuse e::F;",
        a: "use std::{fs, io};\nuse crate::{b::{self, c::{D, G}}, h::I as J};\nfn k() { super::l::m() }",
        b__c: "// use crate::a;\npub(crate) const N: &str = \"super::e\";\n#[cfg(test)]\nmod tests { use crate::a; }",
        b__e: "use super::c;\nuse self::o::P;", h: "", l: "pub use self::q;\nuse crate::R;"
      )

      expect(imports.arrows).to eq(
        "lib.rs" => ["b/c.rs"], "a.rs" => ["b.rs", "b/c.rs", "h.rs", "l.rs"], "b.rs" => ["b/e.rs"],
        "b/c.rs" => [], "b/e.rs" => ["b/c.rs"], "h.rs" => [], "l.rs" => ["lib.rs"]
      )
      expect(imports.circles).to be_empty
    end

    it "finds the files of each circle" do
      imports = arrows(a: "use crate::b::B;", b: "use crate::c::C;", c: "use super::a::A;\nuse crate::d::D;",
                       d: "fn e() { crate::f::g() }", f: "use crate::d::D;", h: "use crate::a::A;")

      expect(imports.circles).to contain_exactly(%w[a.rs b.rs c.rs], %w[d.rs f.rs])
    end
  end
end
