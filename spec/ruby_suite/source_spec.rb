# frozen_string_literal: true

require "support/spec_trees"
require_relative "../../rakelib/support/ruby_spec_source"

RSpec.describe RubySpecSource do
  include SpecTrees

  let(:files) { described_class::FOLDERS.to_h { |folder| ["spec/ruby/#{folder}/a.rb", "# #{folder}\n"] } }

  around do |example|
    given = ENV.fetch("RUBY_SOURCE", nil)
    example.run
  ensure
    ENV["RUBY_SOURCE"] = given
  end

  it "takes the spec files of a folder, or of a tarball whatever its folder is called" do
    tree(files) do |folder|
      stub_const("#{described_class}::DIGEST", described_class.digest("#{folder}/spec/ruby"))
      packed = "#{File.basename(folder)}/spec"
      system("tar", "-cJf", "#{folder}/packed.tar.xz", "-C", File.dirname(folder), packed, exception: true)
      [folder, "#{folder}/packed.tar.xz"].each_with_index do |given, i|
        ENV["RUBY_SOURCE"] = given
        described_class.unpack("#{folder}/unpacked#{i}")
        expect(Dir.children("#{folder}/unpacked#{i}")).to match_array(described_class::FOLDERS)
      end
    end
  end

  it "refuses others, and leaves nothing behind" do
    tree(files) do |folder|
      ENV["RUBY_SOURCE"] = folder
      expect { described_class.unpack("#{folder}/to/unpacked") }.to raise_error(described_class::Mismatch, /use 3.3.8/)
      expect(Dir.children("#{folder}/to")).to be_empty
    end
  end

  it "sees a changed line, a file more and a file less" do
    tree(files) do |folder|
      root = "#{folder}/spec/ruby"
      digests = [described_class.digest(root)]
      File.write("#{root}/core/a.rb", "# other\n")
      digests << described_class.digest(root)
      File.write("#{root}/core/b.rb", "")
      digests << described_class.digest(root)
      File.delete("#{root}/core/a.rb")
      digests << described_class.digest(root)
      expect(digests.uniq.size).to eq(4)
    end
  end
end
