# frozen_string_literal: true

RSpec.describe "The engine" do
  root = File.expand_path("..", __dir__)

  # The crates that each crate of Cargo.lock names.
  def needs(lock)
    lock.split("[[package]]").drop(1).each_with_object(Hash.new([])) do |package, found|
      name = package[/^name = "(.*)"$/, 1]
      found[name] += package[/^dependencies = \[\n(.*?)^\]/m, 1].to_s.scan(/^ "([^" ]+)/).flatten
    end
  end

  it "needs no crate that knows Ruby, directly or not" do
    needs = needs(File.read("#{root}/Cargo.lock"))
    reached = ["kobako-engine"]
    reached.each { |name| reached.concat(needs[name] - reached) }

    expect(reached).to include("wasmtime", "cranelift-codegen", "kobako-wire")
    expect(reached.grep(/\A(magnus|rb-sys|rutie)/)).to be_empty
    expect(needs["kobako"]).to include("magnus", "rb-sys", "kobako-engine")
  end

  it "has files that are read in one go, as the extension has" do
    lines = Dir["#{root}/{crates/engine,ext}/**/*.rs"].to_h { |path| [path, File.foreach(path).count] }

    expect(lines.size).to be > 60
    expect(lines.select { |_, count| count > 400 }).to be_empty
  end
end
