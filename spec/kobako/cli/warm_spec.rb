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

  # In a process whose gem has a compiled guest of these bytes.
  def warm_with(compiled)
    File.binwrite("#{@folder}/kobako.cwasm", compiled)
    script = "require 'kobako/cli'; Kobako::Runtime.ship(Kobako::Sandbox::DEFAULT_WASM_PATH, ARGV.first)\n" \
             "exit Kobako::CLI.start(['warm'])"
    out, err, status = Open3.capture3({ "KOBAKO_CACHE_DIR" => "/dev/null/cache" }, RbConfig.ruby, "-I#{Command::LIB}",
                                      "-e", script, "#{@folder}/kobako.cwasm")
    [status.exitstatus, out, err]
  end

  it "needs no folder where the gem brought the guest compiled" do
    compiled = Kobako::Runtime.compile_ahead(Kobako::Sandbox::DEFAULT_WASM_PATH)

    expect(warm_with(compiled)).to match([0, /\Athe guest is ready/, ""])
  end

  it "says so where what the gem brought does not fit" do
    expect(warm_with("")).to match([1, /\Athe guest is ready/, %r{cannot be used: .*\n.*not kept in /dev/null/cache}])
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
