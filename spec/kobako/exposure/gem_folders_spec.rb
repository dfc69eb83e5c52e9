# frozen_string_literal: true

require "fileutils"
require "support/processes"
require "tmpdir"

RSpec.describe Kobako::Exposure::Application, "in folders of gems" do
  include Processes

  let(:question) do
    <<~RUBY
      answer = -> { box.eval("Host::Tool.wipe") rescue $!.message[/is not exposed/] }
      puts answer.call
    RUBY
  end
  let(:binding_of_tool) { "box = Kobako::Sandbox.new; box.define(:Host).bind(:Tool, Tool.new)\n" }

  around { |example| Dir.mktmpdir { |folder| @folder = File.realpath(folder) and example.run } }

  let(:gems) do
    {
      "a bundle made with --standalone" => "bundle/ruby/3.1.0/gems/tool-1.0/lib",
      "a bundle in vendor/bundle" => "vendor/bundle/ruby/3.1.0/gems/tool-1.0/lib",
      "a bundle of JRuby" => "vendor/bundle/jruby/3.1.4/gems/tool-1.0-java/lib",
      "a gem of a platform" => "home/gems/tool-1.0.2-x86_64-linux-gnu/lib",
      "a gem with a prerelease version" => "home/gems/tool-kit_2-1.0.0.rc1/lib",
      "a gem with a version of one number" => "home/gems/tool-2/lib",
      "a gem home that RubyGems does not know" => "home/gems/tool-1.0/lib",
      "a gem outside of its lib folder" => "home/gems/tool-1.0/app/models",
      "a git source" => "bundle/ruby/3.1.0/bundler/gems/tool-abc123def456/lib",
      "a git source outside of a bundle" => "bundler/gems/tool-abc123/lib",
      "a gem unpacked alone" => "unpacked/tool-1.0/lib",
      "the gems of another Ruby" => "lib/ruby/gems/3.3.0/gems/tool-1.0/lib",
      "an application that lies in a gem's folder" => "srv/gems/shop-1.0"
    }
  end
  let(:applications) do
    {
      "a folder of its own" => "app/models",
      "a lib folder" => "shop/lib",
      "a release's folder" => "releases/20261128-1200/lib",
      "a folder that only looks like a gem's" => "gems/shop/lib",
      "a folder with a number in its name" => "gems/shop-2go/lib",
      "a folder named after a version, outside of its lib folder" => "shop-1.2.0/app/models",
      "a folder below bundle" => "bundle/lib"
    }
  end

  { "with RubyGems" => "", "without RubyGems" => "--disable-gems" }.each do |kind, option|
    it "takes no gem as the application #{kind}, whatever put it on the load path" do
      expect(answers(gems, option)).to eq(gems.transform_values { "is not exposed" })
    end

    it "takes other folders as the application #{kind}" do
      expect(answers(applications, option)).to eq(applications.transform_values { "wiped" })
    end
  end

  it "loads nothing of Bundler while it looks" do
    printed = in_process(<<~RUBY)
      require "bundler"
      sources = Bundler.autoload?(:Source)
      box = Kobako::Sandbox.new
      box.define(:Host).bind(:Get, Class.new { def one = 1 }.new)
      box.eval("Host::Get.one")
      print sources, " ", Bundler.autoload?(:Source)
    RUBY

    expect(printed).to match(%r{\A(\S+bundler/source) \1\z})
  end

  it "does not take a gem behind a symbolic link as the application" do
    install("home/gems/tool-1.0/lib")
    File.symlink(File.join(@folder, "home/gems/tool-1.0"), link = File.join(@folder, "tool"))

    expect(ask(File.join(link, "lib"))).to eq("is not exposed")
  end

  it "does not take a gem home that is a link to other folders as the application" do
    install("sources/tool/lib")
    FileUtils.mkdir_p(File.join(@folder, "home/gems"))
    File.symlink(File.join(@folder, "sources/tool"), File.join(@folder, "home/gems/tool-1.0"))

    expect(ask(File.join(@folder, "home/gems/tool-1.0/lib"))).to eq("is not exposed")
  end

  it "does not take a gem of RUBYLIB as the application" do
    expect(run("require 'tool'", env: { "RUBYLIB" => install("home/gems/tool-1.0/lib") })).to eq("is not exposed")
  end

  it "does not take a gem on a relative path as the application" do
    install("home/gems/tool-1.0/lib")

    expect(run("Dir.chdir(#{@folder.dump}); load './home/gems/tool-1.0/lib/tool.rb'")).to eq("is not exposed")
  end

  it "does not take a gem that RubyGems activates from a gem home as the application" do
    gem_home

    expect(run("gem 'tool'; require 'tool'", env: { "GEM_HOME" => File.join(@folder, "home") })).to eq("is not exposed")
  end

  it "goes by what RubyGems activates later, in services and verdicts that it knew before" do
    script = "#{later}#{binding_of_tool}#{question}Gem.loaded_specs['tool'] = Installed.new\nputs answer.call"

    expect(in_process(script).lines.map(&:chomp)).to eq(["wiped", "is not exposed"])
  end

  it "takes a gem that a Gemfile names by its path as the application, and one of a git source not" do
    expect(in_process("#{bundled("Path")}\n#{binding_of_tool}#{question}").chomp).to eq("wiped")
    expect(in_process("#{bundled("Git")}\n#{binding_of_tool}#{question}").chomp).to eq("is not exposed")
  end

  it "needs no Gem that has paths, as after the setup of a standalone bundle" do
    folder = install("bundle/ruby/3.1.0/gems/tool-1.0/lib")
    setup = "module Gem; def self.ruby_api_version = '3.1.0'; end"

    expect(ask(folder, "--disable-gems", setup)).to eq("is not exposed")
    expect(ask(install("app"), "--disable-gems", setup)).to eq("wiped")
  end

  # Writes the class to a file; gives its folder.
  def install(path, name = "Tool")
    folder = File.join(@folder, path)
    FileUtils.mkdir_p(folder)
    File.write(File.join(folder, "#{name.downcase}.rb"), "class #{name}; def wipe = 'wiped'; end")
    folder
  end

  # What a guest hears of a class in each of the folders.
  def answers(folders, option)
    names = folders.values.each_index.map { |index| "Tool#{index}" }
    paths = folders.values.zip(names).map { |path, name| install(path, name) }
    script = <<~RUBY
      $:.unshift(*#{paths})
      box = Kobako::Sandbox.new
      #{names}.each do |name|
        require name.downcase
        box.define(:Host).bind(name, Object.const_get(name).new)
      end
      #{names}.each { |name| puts(box.eval("Host::\#{name}.wipe")) rescue puts($!.message[/is not exposed/]) }
    RUBY
    folders.keys.zip(in_process(script, { "RUBYOPT" => option }).lines.map(&:chomp)).to_h
  end

  def gem_home
    install("home/gems/tool-1.0/lib")
    FileUtils.mkdir_p(File.join(@folder, "home/specifications"))
    File.write(File.join(@folder, "home/specifications/tool-1.0.gemspec"), <<~RUBY)
      Gem::Specification.new { |s| s.name, s.version, s.summary, s.authors = "tool", "1.0", "tools", ["somebody"] }
    RUBY
  end

  def later
    "class Installed < Gem::Specification; def full_gem_path = #{File.join(@folder, "elsewhere").dump}; end\n" \
      "$:.unshift(#{install("elsewhere/lib").dump}); require 'tool'\n"
  end

  # What Bundler leaves in a process: the specification and where it is from.
  def bundled(kind)
    <<~RUBY
      module Bundler; module Source; class Path; end; class Git < Path; end; end; end
      #{later}
      class Installed; def source = Bundler::Source::#{kind}.new; end
      Gem.loaded_specs['tool'] = Installed.new
    RUBY
  end

  # Requires the class from that folder on the load path alone.
  def ask(folder, option = "", setup = "") = run("#{setup}\n$:.unshift(#{folder.dump}); require 'tool'", option:)

  def run(script, option: "", env: {})
    in_process("#{script}\n#{binding_of_tool}#{question}", { "RUBYOPT" => option }.merge(env)).chomp
  end
end
