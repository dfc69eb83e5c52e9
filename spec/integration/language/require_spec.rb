# frozen_string_literal: true

require "yaml"

RSpec.describe "require" do
  subject(:sandbox) { Kobako::Sandbox.new }

  manifest = YAML.load_file(File.expand_path("../../../guest/library/library.yml", __dir__))
  own = Dir.glob("**/*.rb", base: File.expand_path("../../../guest/library", __dir__))
  features = manifest["ruby"].keys | own.map { |file| file.delete_suffix(".rb") }

  parts, whole = features.partition { |feature| feature.include?("/") && features.include?(feature[%r{[^/]+}]) }

  whole.sort.each do |feature|
    it "loads #{feature}, and once" do
      expect(sandbox.eval("[require(#{feature.dump}), require(#{feature.dump})]")).to eq([true, false])
      expect(sandbox.stderr).to eq("")
    end
  end

  parts.sort.each do |feature|
    it "loads #{feature} after what it is a part of" do
      parent = feature[%r{[^/]+}]

      expect(sandbox.eval("require #{parent.dump}; require #{feature.dump}; require #{feature.dump}")).to be(false)
      expect(sandbox.stderr).to eq("")
    end
  end

  it "loads a part by itself, though it is read with others, and these when they are asked for" do
    expect(sandbox.eval("[require('psych/versions'), require('psych/versions'), defined?(Psych.load).inspect]"))
      .to eq([true, false, "nil"])
    expect(sandbox.eval("require('uri/version'); [require('uri'), require('uri/generic'), URI('http://a').host]"))
      .to eq([true, false, "a"])
  end

  it "compiles what a library matches with when it is used, and a script's own patterns when they are made" do
    expect(sandbox.eval("require 'uri'; URI::RFC3986_Parser::RFC3986_URI.names.first")).to eq("seg")
    expect(sandbox.eval("require 'uri'; begin; Regexp.new('('); rescue RegexpError; :told; end")).to eq(:told)
    expect(sandbox.eval(<<~RUBY)).to eq(:told)
      begin
        require "nowhere"
      rescue LoadError
        begin; Regexp.new("("); rescue RegexpError; :told; end
      end
    RUBY
  end

  manifest["built_in"].each do |feature|
    it "knows that #{feature} is there" do
      expect(sandbox.eval("[require(#{feature.dump}), require(#{feature.dump})]")).to eq([true, false])
    end
  end

  manifest["constants"].each do |constant, feature|
    it "comes with the constant #{constant}, found by scope, and not below another module" do
      expect(sandbox.eval("module M; class C; def self.get = #{constant}; end; end; M::C.get.equal?(#{constant})"))
        .to be(true)
      expect(sandbox.eval("#{constant}; require #{feature.dump}")).to be(false)
      expect { sandbox.eval("Comparable::#{constant}") }
        .to raise_error(Kobako::SandboxError, /uninitialized constant Comparable::#{constant}/)
    end

    # CRuby has these without a library: `class` opens them again.
    if %w[ConditionVariable Marshal Mutex ObjectSpace Queue SizedQueue Thread TOPLEVEL_BINDING].include?(constant)
      it "has #{constant} before it is named" do
        expect(sandbox.eval("[defined?(#{constant}), Object.constants.include?(:#{constant})]"))
          .to eq(["constant", true])
        expect(sandbox.eval(<<~RUBY)).to be(true)
          kind = #{constant}.class.name.downcase
          kind == "binding" || eval("\#{kind} #{constant}; def self.mine = equal?(#{constant}); end; #{constant}.mine")
        RUBY
      end
      next
    end

    it "leaves #{constant} to the script that has its own" do
      expect(sandbox.eval("class #{constant}; def self.mine = 1; end; #{constant}.mine")).to eq(1)
      expect(sandbox.eval("defined?(#{constant}).inspect")).to eq("nil")
    end
  end

  manifest["absent"].each do |feature, sentence|
    it "says what to do instead of #{feature}" do
      message = "cannot load such file -- #{feature}: #{sentence}"

      expect(sandbox.eval("begin; require #{feature.dump}; rescue LoadError => e; [e.message, e.path]; end"))
        .to eq([message, feature])
    end
  end

  it "names what is near, and all that there is" do
    expect { sandbox.eval("require 'optparser'") }
      .to raise_error(Kobako::SandboxError, /did you mean optparse\? A sandbox has no .*; it has English, abbrev, /)
  end

  it "takes what answers to_path or to_str, and nothing else" do
    expect(sandbox.eval("o = Object.new; def o.to_path = 'ostruct'; require o")).to be(true)
    expect { sandbox.eval("require 1") }
      .to raise_error(Kobako::SandboxError, "no implicit conversion of Integer into String")
  end

  it "forgets a library that raises, whatever it required and wherever the collector is" do
    sandbox.library("team", "require 'csv'\nraise 'here'")

    (0..400).step(20) do |count|
      code = "kept = Array.new(#{count}) { |i| 'a' + i.to_s }\nbegin\n  require 'team'\nrescue => e\n  e.message\nend"
      expect(sandbox.eval(code)).to eq("here")
    end
  end

  it "leaves a const_missing of the script its names" do
    expect(sandbox.eval("def Object.const_missing(name) = name; OpenStruct")).to eq(:OpenStruct)
  end

  describe "at the top of a program that is kept" do
    # Enough for the program to be kept, and then to run from what was kept.
    def often(code) = Array.new(40) { sandbox.eval(code) }.uniq

    it "answers as in its first run" do
      expect(often("require 'ostruct'\n[require('ostruct'), OpenStruct.new(a: 1).a]")).to eq([[false, 1]])
      expect(often("require 'delegate'\nx = require 'ostruct'\n[x, require('ostruct')]")).to eq([[true, false]])
      expect(often("require 'ostruct'")).to eq([true])
    end

    it "asks the script's own require, and the host's own library" do
      sandbox.library("ostruct", "puts 'own'").preload(name: :Watch, code: <<~RUBY)
        module Kernel
          alias require_without_notice require
          def require(name)
            puts name
            require_without_notice(name)
          end
        end
      RUBY

      expect(often("require 'ostruct'\nrequire 'delegate'\n1")).to eq([1])
      expect(sandbox.stdout).to eq("ostruct\nown\ndelegate\n")
    end

    it "leaves what fails to the program" do
      expect { often("require 'ostruct'\nrequire 'nowhere'") }.to raise_error(Kobako::SandboxError, /nowhere/)
    end
  end
end
