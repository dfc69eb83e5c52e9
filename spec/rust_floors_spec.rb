# frozen_string_literal: true

require "tmpdir"
require_relative "../rakelib/support/rust_floors"

RSpec.describe RustFloors do
  { "crates/bake/src" => 0, "crates/engine/src" => 12, "crates/wire/src" => 11, "ext/kobako/src" => 9,
    "guest/src" => 7 }.each do |folder, count|
    it "finds no circle and no upward arrow in #{folder}, of #{count} floors" do
      floors = described_class.new(folder)
      expect(floors.complaint).to be_nil
      expect(floors.to_s).to end_with "0 circles, #{count} floors"
    end
  end

  it "sees the arrows of the engine" do
    expect(described_class.new("crates/engine/src").arrows).to include(
      "start.rs" => include("module.rs", "reuse/programs.rs", "guest/preparation.rs"),
      "compile/bounds/body.rs" => ["compile/bounds/measures.rs", "compile/bounds/signatures.rs"]
    )
  end

  it "sees the arrows of the guest" do
    expect(described_class.new("guest/src").arrows).to include(
      "service/call.rs" => include("values/encode.rs", "mrb/request.rs", "service/calls.rs"),
      "mrb/ffi.rs" => ["compiler.rs", "digests.rs", "float_text.rs", "library.rs", "text.rs", "yaml/mod.rs"]
    )
  end

  {
    "an import" => { "a.rs" => "use crate::b::B;", "b.rs" => "use super::a::A;" },
    "a path in code" => { "a.rs" => "fn f() { crate::b::g() }", "b.rs" => "fn g() { super::a::f() }" },
    "a tree of imports" => { "a.rs" => "use crate::{b::{\n  self, B}};", "b.rs" => "use crate::a::{F as G, H};" },
    "a module's other name" => { "a.rs" => "use crate::b as other;\nfn f() { other::g() }",
                                 "b.rs" => "use crate::a::*;" },
    "a module inside of a file" => { "a.rs" => "pub mod inner { use super::super::b::B; }",
                                     "b.rs" => "fn f() { crate::a::inner::g() }" },
    "a name passed on" => { "a.rs" => "use crate::c::B;", "b.rs" => "use crate::a::A;",
                            "c/mod.rs" => "pub use super::b::B;" }
  }.each do |how, files|
    it "finds a circle made by #{how}" do
      crate(files) { |floors| expect(floors.circles).to eq [%w[a.rs b.rs]] }
    end
  end

  it "finds a circle of a parent and its child" do
    crate("a/mod.rs" => "mod b;\npub struct A;\nfn f() { b::g() }", "a/b.rs" => "use super::A;") do |floors|
      expect(floors.complaint).to end_with "a circle of 2: a/b.rs, a/mod.rs"
    end
  end

  {
    "a module that passes a name on" => { "a/mod.rs" => "mod b;\npub use b::B;", "a/b.rs" => "use super::c::C;",
                                          "a/c.rs" => "" },
    "a comment or a text" => { "a.rs" => "// use crate::b::B;\nconst T: &str = \"crate::b::B\";",
                               "b.rs" => "use crate::a::A;" },
    "a test" => { "a.rs" => "#[cfg(test)]\nmod tests { use crate::b::B; fn f() { if x { } } }",
                  "b.rs" => "use crate::a::A;" },
    "a file of tests" => { "a.rs" => "#[cfg(test)]\nmod tests;", "a/tests.rs" => "use super::*;\nuse crate::b::B;",
                           "b.rs" => "use crate::a::A;" },
    "another crate" => { "a.rs" => "use b::B;", "b.rs" => "use crate::a::A;" }
  }.each do |what, files|
    it "finds no circle where #{what} names it" do
      crate(files) do |floors|
        expect(floors.complaint).to be_nil
        expect(floors.arrows.values.sum(&:size)).to eq 1
      end
    end
  end

  context "with floors in lib.rs" do
    let(:header) do
      "//! A crate.\n//!\n//! Floors, the lowest first:\n//!\n//! 1. `a`, `c`: below\n//! 2. `b`: above\n\nmod a;"
    end

    it "accepts arrows down and on one floor" do
      crate("lib.rs" => header, "a.rs" => "use crate::c::C;", "b.rs" => "use crate::a::A;", "c.rs" => "") do |floors|
        expect(floors.complaint).to be_nil
      end
    end

    it "refuses an arrow up" do
      crate("lib.rs" => header, "a.rs" => "use crate::b::B;", "b.rs" => "", "c.rs" => "") do |floors|
        expect(floors.complaint).to end_with "a.rs -> b.rs"
      end
    end

    it "refuses an arrow to the root" do
      crate("lib.rs" => "#{header}\npub fn f() {}", "a.rs" => "", "b.rs" => "use crate::f;", "c.rs" => "") do |floors|
        expect(floors.complaint).to end_with "b.rs -> lib.rs"
      end
    end

    it "refuses a module that is on none" do
      crate("lib.rs" => header, "a.rs" => "", "b.rs" => "", "c.rs" => "", "d.rs" => "") do |floors|
        expect(floors.complaint).to end_with "d is on no floor of lib.rs"
      end
    end
  end

  def crate(files)
    Dir.mktmpdir do |folder|
      { "lib.rs" => "" }.merge(files).each do |name, text|
        path = File.join(folder, name)
        FileUtils.mkdir_p(File.dirname(path))
        File.write(path, text)
      end
      yield described_class.new(folder)
    end
  end
end
