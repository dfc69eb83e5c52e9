# frozen_string_literal: true

require "fileutils"
require "open3"
require "rbconfig"
require "tmpdir"

RSpec.describe "Kobako's native extension" do
  extension = "kobako.#{RbConfig::CONFIG["DLEXT"]}"
  built = File.expand_path("../../lib/kobako/#{extension}", __dir__)
  this_ruby = RUBY_VERSION[/\A\d+\.\d+/]
  remedy = "(run `rake compile` with this Ruby, or install the gem again with it)"

  around do |example|
    Dir.mktmpdir do |folder|
      @lib = File.join(folder, "lib")
      FileUtils.mkdir_p(@lib)
      FileUtils.cp_r(Dir[File.expand_path("../../lib/*", __dir__)], @lib)
      FileUtils.rm(Dir["#{@lib}/kobako/*.{so,bundle}"])
      example.run
    end
  end

  it "is the one for this Ruby where there are several" do
    FileUtils.cp(built, place(this_ruby))
    File.write(place("9.9"), "")

    expect(load).to eq("#{@lib}/kobako/#{this_ruby}/#{extension}")
  end

  it "is refused where there is none for this Ruby, with those that there are" do
    [place("9.8"), place("9.9")].each { |path| FileUtils.cp(built, path) }

    expect(load).to eq("this gem has kobako's native extension for Ruby 9.8, 9.9, and this is Ruby #{RUBY_VERSION} " \
                       "(use one of those, or run `gem install kobako --platform ruby`)")
  end

  it "is refused where it is for another Ruby, before it defines anything" do
    pretend("kobako-made-for:#{this_ruby}", "kobako-made-for:9.9")

    expect(load).to eq("kobako cannot use its native extension #{place}: it was made for Ruby 9.9, this is Ruby " \
                       "#{this_ruby} #{remedy}")
    expect(load("p defined?(Kobako::Runtime)")).to end_with("\nnil")
  end

  it "is refused where it is of another version of the gem" do
    pretend("#{this_ruby}\0\0\0\0\0#{Kobako::VERSION}\0", "#{this_ruby}\0\0\0\0\x000.0.9\0")

    expect(load).to eq("kobako cannot use its native extension #{place}: it is of kobako 0.0.9, and this is kobako " \
                       "#{Kobako::VERSION} #{remedy}")
  end

  it "is refused where it does not say of which version it is" do
    File.write(place.sub(extension, "kobako.rb"), "")

    expect(load).to include("it is of kobako before 0.5, and this is kobako #{Kobako::VERSION}")
  end

  it "is refused where it is no library, with what the loader says" do
    File.write(place, "not a library")

    expect(load).to start_with("kobako cannot use its native extension #{place}: ").and end_with(" #{remedy}")
  end

  it "is missed where it is not built" do
    expect(load).to eq("kobako's native extension is not built #{remedy}")
  end

  def place(*folders)
    folder = File.join(@lib, "kobako", *folders)
    FileUtils.mkdir_p(folder)
    File.join(folder, "kobako.#{RbConfig::CONFIG["DLEXT"]}")
  end

  # An extension that says something else of itself.
  define_method(:pretend) do |found, other|
    bytes = File.binread(built)
    raise "#{found.inspect} is not there once" unless bytes.scan(found.b).one?

    File.binwrite(place, bytes.sub(found.b, other.b))
  end

  # The file that a Ruby loads, or what it says, and then what a script prints there.
  def load(script = "")
    program = <<~RUBY
      begin
        require "kobako"
        puts $LOADED_FEATURES.grep(/kobako\\.(so|bundle)\\z/)
      rescue LoadError => e
        puts e.message
      end
      #{script}
    RUBY
    Open3.capture2e(RbConfig.ruby, "-I#{@lib}", "-e", program).first.chomp
  end
end
