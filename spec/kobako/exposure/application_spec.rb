# frozen_string_literal: true

require "open3"
require "tmpdir"

RSpec.describe Kobako::Exposure::Application do
  it "takes a file of the program as the application's" do
    expect(described_class.file?(__FILE__)).to be(true)
    expect(described_class.file?("/srv/app/models/user.rb")).to be(true)
  end

  it "takes -e, standard input and irb as the application's" do
    expect(["-e", "-", "(irb)"].map { |file| described_class.file?(file) }).to all(be(true))
  end

  it "does not take Ruby's own folders, gems and kobako as the application's" do
    files = [File.join(RbConfig::CONFIG["rubylibdir"], "set.rb"), File.join(RbConfig::CONFIG["vendordir"], "x.rb"),
             File.join(RbConfig::CONFIG["sitedir"], "x.rb"), RSpec.method(:describe).source_location.first,
             *Gem.path.map { |folder| File.join(folder, "gems", "x-1.0", "lib", "x.rb") },
             File.expand_path("../../../lib/kobako/sandbox.rb", __dir__)]

    expect(files.reject { |file| described_class.file?(file) }).to eq(files)
  end

  it "does not take code without a file, and Ruby's internal code, as the application's" do
    files = [nil, "(eval)", "(eval at /srv/app.rb:1)", "<internal:kernel>", "(ERB)"]

    expect(files.map { |file| described_class.file?(file) }).to all(be(false))
  end

  it "follows a symbolic link into a gem" do
    Dir.mktmpdir do |folder|
      library = File.join(RbConfig::CONFIG["rubylibdir"], "set.rb")
      File.symlink(library, link = File.join(folder, "set.rb"))

      expect(described_class.file?(link)).to be(false)
    end
  end

  it "tells Ruby's own classes from others" do
    expect([String, StringIO, Set, Comparable].map { |mod| described_class.ruby?(mod) }).to all(be(true))
    expect([described_class, Class.new, RSpec].map { |mod| described_class.ruby?(mod) }).to all(be(false))
  end

  it "keeps methods that a gem evaluates into an application's class from the guest" do
    object = Class.new { class_eval("def evaluated = 1") }.new # rubocop:disable Style/EvalWithLocation

    expect(Kobako::Exposure.new(object.singleton_class).names(object)).to eq([])
  end
end
