# frozen_string_literal: true

require "open3"
require "support/ruby_methods"

RSpec.describe Kobako::Exposure::RubyMethods do
  it "was written with each public method of this Ruby's own modules in view" do
    skip "the methods of Ruby #{RubyMethods.version} were looked at" unless RUBY_VERSION == RubyMethods.version
    unseen = present.map { |mod, found| [mod, found.values.flatten - RubyMethods.list.fetch(mod, {}).values.flatten] }

    expect(unseen.reject { |_, names| names.empty? }).to eq([])
  end

  it "closes what the list says, and no more" do
    wrong = present.flat_map do |mod, found|
      list = RubyMethods.list.fetch(mod, {})
      names = (found["closed"] & list.fetch("open", [])) + (found["open"] & list.fetch("closed", []))
      names.map { |name| "#{mod}##{name}" }
    end

    expect(wrong).to eq([])
  end

  # In a process of its own: other specs give Ruby's own modules methods.
  def present
    folders = %w[../../../lib ../..].map { |folder| "-I#{File.expand_path(folder, __dir__)}" }
    printed, = Open3.capture2e(RbConfig.ruby, *folders, "-rkobako", "-rsupport/ruby_methods", "-e", "RubyMethods.print")
    YAML.safe_load(printed).fetch("modules").transform_values { |found| found.transform_values(&:split) }
  end
end
