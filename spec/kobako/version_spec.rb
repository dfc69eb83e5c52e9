# frozen_string_literal: true

RSpec.describe "Kobako::VERSION" do
  it "is the version of the Rust crates" do
    manifest = File.read(File.expand_path("../../Cargo.toml", __dir__))

    expect(manifest[/^version = "(.*)"/, 1]).to eq(Kobako::VERSION)
  end
end
