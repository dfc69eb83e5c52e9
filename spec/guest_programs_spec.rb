# frozen_string_literal: true

require_relative "support/guest_programs"

# Runs each program of spec/guest in a sandbox and compares what it prints with what Ruby 4.0 prints.
RSpec.describe "Everyday programs in the guest" do
  programs = GuestPrograms::SOURCES
  known = GuestPrograms::KNOWN
  identical = []

  after(:all) { puts "\nguest programs: #{identical.size} of #{programs.size} print what Ruby 4.0 prints" }

  programs.each do |name, source|
    if (difference = known[name])
      it "#{name} differs from Ruby 4.0 as listed: #{difference.fetch("reason")}" do
        printed, error = in_guest(source)
        reference = GuestPrograms.reference(name)
        expect([printed, error]).not_to eq([reference, nil])
        expect(error&.message).to difference["raises"] ? start_with(difference["raises"]) : be_nil
        expect(printed).to eq(GuestPrograms.as_listed(reference, difference))
      end
    else
      it "#{name} prints what Ruby 4.0 prints" do
        printed, error = in_guest(source)
        raise error if error

        expect(printed).to eq(GuestPrograms.reference(name))
        identical << name
      end
    end
  end

  it "lists a difference only for programs that exist, each with a reason" do
    expect(known.keys - programs.keys).to eq([])
    expect(known.values.map { |difference| difference["reason"] }).to all(be_a(String))
  end

  it "has each program in its room" do
    files = Dir.glob("**/*.rb", base: GuestPrograms::FOLDER)
    expect(files.grep_v(%r{\A(language|library|programs)/\w+\.rb\z})).to eq([])
  end

  it "makes a program of each section of a file, at its lines, and one of a file without sections" do
    expect(GuestPrograms.sections("# == A\nputs 1\n\n# == B c\nputs 2\n", language: true))
      .to eq([["A", "# == A\nputs 1\n\n"], ["B c", "\n\n\n# == B c\nputs 2\n"]])
    expect(GuestPrograms.sections("puts 1\n", language: true)).to eq([[nil, "puts 1\n"]])
    expect { GuestPrograms.sections("puts 1\n# == A\n", language: true) }.to raise_error(/before the first section/)
  end

  it "has a text for each program and for no other" do
    expect(GuestPrograms::EXPECTED.keys).to match_array(programs.keys)
  end

  it "has at least 500 programs, ninety-nine of a hundred without a difference" do
    expect(programs.size).to be >= 500
    expect(known.size).to be <= programs.size / 100
  end

  def in_guest(source)
    sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20, stdout_limit: 8 << 20)
    sandbox.eval("#{source}\nnil")
    [sandbox.stdout, nil]
  rescue Kobako::Error => e
    [sandbox.stdout, e]
  end
end
