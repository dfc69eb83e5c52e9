# frozen_string_literal: true

require "support/command"

RSpec.describe Kobako::CLI::Warm do
  include Command

  around do |example|
    set = ENV.fetch("KOBAKO_CACHE_DIR", nil)
    Dir.mktmpdir { |folder| @folder = folder and example.run }
  ensure
    ENV["KOBAKO_CACHE_DIR"] = set
  end

  # The guest is compiled in this process already, so nothing is written.
  def warm(folder)
    ENV["KOBAKO_CACHE_DIR"] = folder
    kobako("warm").to_a
  end

  it "leaves the compiled guest where other processes find it" do
    left = executable("warm", env: { "KOBAKO_CACHE_DIR" => "#{@folder}/cache" })

    expect(left.to_a).to match([0, /\Athe guest is ready, after \d+ ms\n\z/, ""])
    expect(Dir.children("#{@folder}/cache").grep(/\.cwasm\z/).size).to eq(1)
    expect(warm("#{@folder}/cache").first).to eq(0)
  end

  it "needs no folder where the gem brought the guest compiled" do
    FileUtils.cp(Kobako::Sandbox::DEFAULT_WASM_PATH, @folder)
    FileUtils.touch("#{@folder}/kobako.cwasm")
    stub_const("Kobako::Sandbox::DEFAULT_WASM_PATH", "#{@folder}/kobako.wasm")

    expect(kobako("warm").to_a).to match([0, /\Athe guest is ready/, ""])
    expect(warm("#{@folder}/missing").first).to eq(0)
  end

  it "says where nothing is kept" do
    Dir.mkdir("#{@folder}/open")
    File.chmod(0o777, "#{@folder}/open")
    File.symlink(@folder, "#{@folder}/link")
    File.write("#{@folder}/file", "")

    %w[open link file missing].each do |name|
      expect(warm("#{@folder}/#{name}"))
        .to match([1, /ready/,
                   %r{\Akobako: the compiled guest is not kept in #{@folder}/#{name}: it must belong to this user}])
    end
    expect(warm("relative").last).to include("not kept in relative:")
  end
end
