# frozen_string_literal: true

require "support/ruby_methods"

RSpec.describe RubyMethods do
  it "has each public method of this Ruby's own modules" do
    skip "the methods of Ruby #{described_class.version} were looked at" unless RUBY_VERSION == described_class.version
    list = described_class.list
    missing = present.map { |mod, names| [mod, names - list.fetch(mod, {}).values.flatten] }

    expect(missing.reject { |_, names| names.empty? }).to eq([])
  end

  it "says of each method what the exposure says" do
    wrong = present.flat_map do |mod, names|
      closed, open = described_class.list.fetch(mod, {}).values_at("closed", "open")
      names.select { |name| described_class.never?(mod, name) ? open&.include?(name) : closed&.include?(name) }
           .map { |name| "#{mod}##{name}" }
    end

    expect(wrong).to eq([])
  end

  # A process of its own: other specs give Ruby's own modules methods.
  def present
    @present ||= described_class.present
  end
end
